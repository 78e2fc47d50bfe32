package nl.meldcode.application.port;

import java.time.Instant;
import java.util.Optional;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;

/** What somebody is still typing: sealed, for its writer alone, kept 30 days. */
public interface Drafts {
  /** Keeps the draft in place of an earlier one for the same form; durable when this returns. */
  void save(Key key, String json, Instant at);

  /** The draft, unless it is older than 30 days. */
  Optional<Draft> find(Key key, Instant now);

  /** Forgets the draft; nothing happens when there is none. */
  void delete(Key key);

  /** Whose draft, about whom, for which form. */
  record Key(SchoolId school, StaffId writer, PupilId pupil, String form) {
    @Override
    public String toString() {
      return "Key[" + form + "]";
    }
  }

  /** The text of the form as the page sent it. */
  record Draft(String json, Instant savedAt) {
    @Override
    public String toString() {
      return "Draft";
    }
  }
}
