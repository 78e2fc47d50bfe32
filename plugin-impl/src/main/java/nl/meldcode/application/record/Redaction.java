package nl.meldcode.application.record;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.Roster.PupilName;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.text.EntryWords.Line;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.AccessDecision;
import nl.meldcode.domain.entry.Signal;
import nl.meldcode.domain.entry.Words;
import nl.meldcode.domain.family.Guardian;
import org.jspecify.annotations.Nullable;

/**
 * What is made unreadable in a copy for who asked to read the dossier: what the head named, the
 * names of all other pupils, who told something from outside the school, and staff unless they are
 * named (C.4). Immutable.
 */
final class Redaction {
  /** For paper that stays with who may read everything. */
  static final Redaction NONE = new Redaction(null, true);

  /** A shorter first name stands in too many other words. */
  private static final int SHORTEST = 3;

  private final @Nullable Pattern hidden;
  private final boolean staffNamed;

  private Redaction(@Nullable Pattern hidden, boolean staffNamed) {
    this.hidden = hidden;
    this.staffNamed = staffNamed;
  }

  /** Takes the pupils of the school; the dossier's own, and guardians, keep their names. */
  static Redaction of(
      AccessDecision decision, Dossier dossier, Caller caller, List<PupilName> pupils) {
    Set<PupilId> mentioned =
        dossier.entries().stream()
            .flatMap(one -> Words.in(one.entry(), PupilId.class))
            .collect(Collectors.toSet());
    Set<String> family = familyWords(caller);
    List<PupilName> others =
        pupils.stream().filter(one -> !dossier.registrations().contains(one.id())).toList();
    Stream<String> names = others.stream().map(PupilName::name);
    Stream<String> givenNames =
        others.stream()
            .filter(one -> mentioned.contains(one.id()))
            .map(one -> one.name().split("\\s", 2)[0])
            .filter(one -> one.length() >= SHORTEST)
            .filter(one -> !family.contains(one.toLowerCase(Locale.ROOT)));
    Stream<String> staff =
        decision.staffNamed()
            ? Stream.empty()
            : caller.around().staff().members().stream().map(StaffMember::name);
    Stream<String> passages = decision.blackedOut().stream().map(AccessDecision.Passage::words);
    return new Redaction(
        Stream.of(names, givenNames, staff, outsiders(dossier))
            .flatMap(all -> all)
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(one -> "(?<!\\p{L})" + Words.pattern(one).pattern() + "(?!\\p{L})")
            .collect(Collectors.collectingAndThen(Collectors.toList(), all -> any(all, passages))),
        decision.staffNamed());
  }

  private static @Nullable Pattern any(List<String> names, Stream<String> passages) {
    String all =
        Stream.concat(passages.map(one -> Words.pattern(one).pattern()), names.stream())
            .collect(Collectors.joining("|"));
    return all.isEmpty()
        ? null
        : Pattern.compile(all, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Set<String> familyWords(Caller caller) {
    Set<String> words = new HashSet<>();
    Stream.concat(
            Stream.of(caller.around().pupil().name(), caller.around().pupil().givenName()),
            caller.around().family().guardians().stream().map(Guardian::name))
        .forEach(name -> words.addAll(List.of(name.toLowerCase(Locale.ROOT).split("\\s+"))));
    return words;
  }

  /** Who told something from outside the school is protected, also where others name them. */
  private static Stream<String> outsiders(Dossier dossier) {
    return dossier.entries().stream()
        .map(Recorded::entry)
        .filter(Signal.class::isInstance)
        .map(Signal.class::cast)
        .filter(one -> one.source() == Signal.Source.OTHER)
        .map(Signal::observer)
        .filter(one -> one != null && one.length() >= SHORTEST);
  }

  /** Whether staff are named; otherwise it is their function that is said. */
  boolean staffNamed() {
    return staffNamed;
  }

  /** The answer with what is hidden replaced by a word that says so. */
  Line of(Line line, String word) {
    return hidden == null
        ? line
        : new Line(
            line.field(),
            line.label(),
            line.said().stream()
                .map(said -> hidden.matcher(said).replaceAll(Matcher.quoteReplacement(word)))
                .toList());
  }
}
