package nl.meldcode.application.record;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.PupilName;
import nl.meldcode.application.text.EntryWords.Line;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.AccessDecision;
import nl.meldcode.domain.entry.Correction;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Signal;
import nl.meldcode.domain.entry.VeiligThuisReport;
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

  /** Asks for the pupils of the school; the dossier's own, and guardians, keep their names. */
  static Redaction of(AccessDecision decision, Dossier dossier, Caller caller, Roster roster) {
    List<PupilName> present = roster.pupils(caller.school());
    Set<PupilId> mentioned = mentioned(dossier);
    Set<String> family = familyWords(caller);
    Stream<String> names =
        present.stream()
            .filter(one -> !dossier.registrations().contains(one.id()))
            .flatMap(one -> names(one.name(), mentioned.contains(one.id()), family));
    Stream<String> left =
        mentioned.stream()
            .filter(id -> present.stream().noneMatch(one -> one.id().equals(id)))
            .flatMap(id -> nameOf(id, caller, roster).stream())
            .flatMap(name -> names(name, true, family));
    Stream<String> staff =
        decision.staffNamed() ? Stream.empty() : staffNames(caller, dossier, family);
    Stream<String> passages = decision.blackedOut().stream().map(AccessDecision.Passage::words);
    Stream<String> people =
        Stream.of(names, left, staff, informants(decision, dossier)).flatMap(all -> all);
    return new Redaction(any(people, passages), decision.staffNamed());
  }

  private static Set<PupilId> mentioned(Dossier dossier) {
    Set<PupilId> all =
        dossier.entries().stream()
            .flatMap(one -> Words.in(one.entry(), PupilId.class))
            .collect(Collectors.toCollection(HashSet::new));
    all.removeAll(dossier.registrations());
    return all;
  }

  /** Of who recorded something or is named in an entry the first and the last name too. */
  private static Stream<String> staffNames(Caller caller, Dossier dossier, Set<String> family) {
    Set<StaffId> involved =
        dossier.entries().stream()
            .flatMap(
                one -> Stream.concat(Stream.of(one.author()), Words.in(one.entry(), StaffId.class)))
            .collect(Collectors.toUnmodifiableSet());
    return caller.around().staff().members().stream()
        .flatMap(
            one -> {
              boolean mentioned = involved.contains(one.id());
              return Stream.concat(
                  names(one.name(), mentioned, family),
                  mentioned ? lastName(one.name(), family) : Stream.empty());
            });
  }

  private static Stream<String> lastName(String name, Set<String> family) {
    String[] parts = name.split("\\s+", 2);
    boolean alone =
        parts.length == 2
            && parts[1].length() >= SHORTEST
            && Stream.of(parts[1].toLowerCase(Locale.ROOT).split("\\s+"))
                .noneMatch(family::contains);
    return alone ? Stream.of(parts[1]) : Stream.empty();
  }

  /** Who is not at the school any more; one whom the host does not name cannot be hidden. */
  private static Optional<String> nameOf(PupilId id, Caller caller, Roster roster) {
    try {
      return Optional.of(roster.around(caller.school(), id).pupil().name());
    } catch (HostUnavailable e) {
      return Optional.empty();
    }
  }

  /** The whole name, and of who is named in the dossier the first name too. */
  private static Stream<String> names(String name, boolean mentioned, Set<String> family) {
    String first = name.split("\\s", 2)[0];
    boolean also =
        mentioned && first.length() >= SHORTEST && !family.contains(first.toLowerCase(Locale.ROOT));
    return also ? Stream.of(name, first) : Stream.of(name);
  }

  /** The longest first, so that a part of a name never leaves the rest of it standing. */
  private static @Nullable Pattern any(Stream<String> people, Stream<String> passages) {
    Map<String, String> patterns = new HashMap<>();
    passages.forEach(one -> patterns.put(one, Words.pattern(one).pattern()));
    people.forEach(
        one ->
            patterns.put(
                one, "(?<!\\p{L})" + Words.pattern(one).pattern() + "(?:['’]?s)?(?!\\p{L})"));
    String all =
        patterns.entrySet().stream()
            .sorted(Comparator.comparing(one -> -one.getKey().length()))
            .map(Map.Entry::getValue)
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

  /**
   * Who told something from outside the school is protected, also where others name them, and
   * whatever was put right since; a colleague like all staff.
   */
  private static Stream<String> informants(AccessDecision decision, Dossier dossier) {
    return dossier.entries().stream()
        .map(Recorded::entry)
        .map(one -> one instanceof Correction right ? right.corrected() : one)
        .filter(Signal.class::isInstance)
        .map(Signal.class::cast)
        .filter(
            one ->
                one.source() == Signal.Source.OTHER
                    || (one.source() == Signal.Source.COLLEAGUE && !decision.staffNamed()))
        .map(Signal::observer)
        .filter(one -> one != null && one.length() >= SHORTEST);
  }

  /** Whether staff are named; otherwise it is their function that is said. */
  boolean staffNamed() {
    return staffNamed;
  }

  /** The entry without what is about others whatever its words are. */
  Entry of(Entry entry, String word) {
    return this != NONE && entry instanceof VeiligThuisReport report
        ? report.withoutOthers(word)
        : entry;
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
