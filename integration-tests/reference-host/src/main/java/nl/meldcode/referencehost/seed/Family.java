package nl.meldcode.referencehost.seed;

import java.time.LocalDate;
import java.util.List;
import nl.meldcode.referencehost.model.Authority;
import nl.meldcode.referencehost.model.RelationKind;
import org.jspecify.annotations.Nullable;

/** A family as the seed describes it, before it has ids. */
record Family(
    @Nullable String prefix, String name, List<Guardian> guardians, List<Child> children) {

  /** A child; without {@code key} the pupil number names it. */
  record Child(@Nullable String key, String givenName, String gender, LocalDate born, int group) {}

  /** A guardian of all children of the family. */
  record Guardian(
      String key,
      String givenName,
      @Nullable String prefix,
      String familyName,
      RelationKind kind,
      Authority authority) {}
}
