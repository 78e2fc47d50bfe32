package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldcode.domain.entry.Kind;

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
        FollowedBy,
        Holds,
        InTime,
        NoneSince,
        PerReport,
        RecallPrepared,
        RecordedKind,
        Reported,
        ResultInTime,
        SchoolList,
        SeenWithin,
        When {
  /** What is not there; empty when the requirement is met. */
  List<Lack> lacks(Facts facts);

  /** Those whose lacks it passes on; itself when the lacks are its own. */
  default Stream<Requirement> voices() {
    return Stream.of(this);
  }

  /** The texts that its own lacks can ask for; the plain one is the empty string. */
  default Set<String> variants() {
    return Set.of("");
  }

  /** Keys of the words that its own lacks can fill a text with. */
  default Stream<String> words() {
    return Stream.empty();
  }

  /** The kind of entry that meets it; empty when no single kind does. */
  default Optional<Kind> metBy() {
    return Optional.empty();
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
