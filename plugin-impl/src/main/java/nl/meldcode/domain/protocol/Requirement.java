package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Set;

/** The closed vocabulary of protocol files: what a row can ask of a dossier. */
public sealed interface Requirement
    permits AcknowledgedBy,
        AllOf,
        AnyOf,
        Answered,
        AtLeast,
        Author,
        AuthorityKnown,
        Criteria,
        EachGuardian,
        Evaluated,
        Holds,
        InTime,
        RecordedKind,
        Reported,
        SchoolList,
        When {
  /** What is not there; empty when the requirement is met. */
  List<Lack> lacks(Facts facts);

  /** The texts that its lacks can ask for; the plain one is the empty string. */
  default Set<String> variants() {
    return Set.of("");
  }

  /** Whether nothing lacks. */
  default boolean met(Facts facts) {
    return lacks(facts).isEmpty();
  }

  /** No lack, or the plain one. */
  static List<Lack> unless(boolean met) {
    return met ? List.of() : List.of(Lack.plain());
  }
}
