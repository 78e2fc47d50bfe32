package nl.meldcode.referencehost.store;

import java.util.UUID;

/** Somebody who can sign in; {@code subject} is a member of staff or a person. */
public record Account(String login, Kind kind, UUID subject) {
  /** Which pages an account opens. */
  public enum Kind {
    STAFF,
    PARENT
  }
}
