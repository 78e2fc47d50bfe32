package nl.meldcode.application.record;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.Documents.Chapter;
import nl.meldcode.application.port.Documents.Item;
import nl.meldcode.application.port.Documents.ListingSheet;
import nl.meldcode.application.port.Roster.PupilCard;
import nl.meldcode.application.text.DutchDates;
import nl.meldcode.application.text.EntryWords;
import nl.meldcode.application.text.EntryWords.Line;
import nl.meldcode.application.text.Texts;
import nl.meldcode.domain.access.ContentClass;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.dossier.Replaced;
import nl.meldcode.domain.dossier.Requests;
import nl.meldcode.domain.entry.AccessDecision;
import nl.meldcode.domain.entry.Chronology;
import nl.meldcode.domain.entry.Correction;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Incident;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.SignalLog;
import nl.meldcode.domain.entry.VeiligThuisReport;
import nl.meldcode.domain.family.Guardian;
import org.jspecify.annotations.Nullable;

/** What a dossier holds, laid out for paper. Made anew for each document. */
final class Listings {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final Set<Kind> FACTS =
      Set.of(
          Kind.SIGNAL,
          Kind.INCIDENT,
          Kind.SIGNAL_OVERVIEW,
          Kind.CHILD_CONVERSATION,
          Kind.EMERGENCY_ACTION,
          Kind.PARENT_MEETING,
          Kind.MEETING_REPORT,
          Kind.HELP_OFFER,
          Kind.HELP_ARRANGEMENT,
          Kind.HELP_EVALUATION);

  private static final Set<String> OPINIONS = Set.of("interpretation");

  private final Caller caller;
  private final @Nullable Dossier dossier;
  private final List<Recorded> entries;
  private final Texts texts;
  private final EntryWords words;
  private final Names names;
  private final Redaction redaction;

  /** Takes the dossier; null where it begins with the document itself. */
  Listings(Texts texts, Caller caller, @Nullable Dossier dossier) {
    this(texts, caller, dossier, Redaction.NONE);
  }

  Listings(Texts texts, Caller caller, @Nullable Dossier dossier, Redaction redaction) {
    this.redaction = redaction;
    this.texts = texts;
    this.caller = caller;
    this.dossier = dossier;
    this.entries =
        (dossier == null ? List.<Recorded>of() : dossier.entries())
            .stream()
                .filter(one -> one.entry().contentClass() != ContentClass.C4)
                .filter(one -> one.entry().kind() != Kind.LINK_DECISION)
                .sorted(Comparator.comparing(this::day).thenComparing(Recorded::seq))
                .toList();
    Map<String, String> said =
        texts.ofPages(DutchDates.DUTCH).entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    one -> one.getValue().replace("{pupil}", pupil().givenName())));
    names = new Names(caller, redaction, say("view.someone"));
    words = new EntryWords(said, names::of);
  }

  /** Signals by the day they were seen, and the five answers about them (S1.6). */
  ListingSheet signalLog(String code, SignalLog log) {
    return sheet(
        say("view.paper.signalLog"),
        code,
        List.of(line("view.paper.purpose", log.purpose())),
        List.of(
            new Chapter(say("view.paper.signals"), whole(of(Kind.SIGNAL).or(of(Kind.INCIDENT)))),
            new Chapter(say("view.paper.overview"), whole(of(Kind.SIGNAL_OVERVIEW)))));
  }

  /** Everything but what only the head may read, by the day it is about. */
  ListingSheet chronology(String code, Chronology all) {
    return sheet(
        say("view.paper.chronology"),
        code,
        List.of(line("view.paper.purpose", all.purpose())),
        List.of(new Chapter(say("view.paper.entries"), whole(any -> true))));
  }

  /** What somebody who asked gets to read, and why the rest is left out (C.4). */
  ListingSheet accessCopy(String code, AccessDecision decision) {
    Given given = Given.by(decision, Objects.requireNonNull(dossier));
    Chapter entries = new Chapter(say("view.paper.entries"), whole(given::holds));
    Chapter leftOut =
        new Chapter(
            say("view.paper.leftOut"), decision.withheld().stream().map(this::reason).toList());
    return sheet(
        say("view.paper.copy"),
        code,
        List.of(
            line("view.paper.always", say("view.paper.always.what")),
            line("view.paper.complaint", say("view.paper.complaint.where"))),
        leftOut.items().isEmpty() ? List.of(entries) : List.of(entries, leftOut));
  }

  private Item reason(AccessDecision.Withheld one) {
    return new Item(
        say("view.ground." + one.ground()),
        say("view.paper.law"),
        List.of(line("view.paper.why", one.motivation())));
  }

  /** What goes to Veilig Thuis: the topics, then facts, and apart from those suspicions (S5.11). */
  ListingSheet reportPackage(String code, VeiligThuisReport report) {
    Item told = new Item(DutchDates.day(report.on()), report.contact(), words.lines(report));
    return sheet(
        say("view.paper.package"),
        code,
        family(),
        List.of(
            new Chapter(say("view.paper.topics"), List.of(told)),
            new Chapter(
                say("view.paper.facts"),
                items(
                    one -> FACTS.contains(one.entry().kind()),
                    line -> !OPINIONS.contains(line.field()))),
            new Chapter(
                say("view.paper.suspicions"),
                Stream.concat(
                        items(
                                one -> FACTS.contains(one.entry().kind()),
                                line -> OPINIONS.contains(line.field()))
                            .stream()
                            .filter(item -> !item.lines().isEmpty()),
                        whole(of(Kind.WEIGHING)).stream())
                    .toList())));
  }

  private List<Line> family() {
    Stream<Line> pupil =
        Stream.of(
            line("view.paper.born", DutchDates.day(pupil().birthDate())),
            line("view.paper.group", pupil().groupName()));
    return Stream.concat(pupil, caller.around().family().guardians().stream().map(this::guardian))
        .toList();
  }

  private Line guardian(Guardian one) {
    return new Line("", say("view.relation." + one.relation()), List.of(one.name()));
  }

  private ListingSheet sheet(String title, String code, List<Line> facts, List<Chapter> chapters) {
    Stream<Line> head = Stream.of(line("view.paper.pupil", pupil().name()));
    return new ListingSheet(
        title,
        caller.around().staff().schoolName(),
        code,
        Stream.concat(head, facts.stream()).toList(),
        chapters);
  }

  private static Predicate<Recorded> of(Kind kind) {
    return one -> one.entry().kind() == kind;
  }

  private List<Item> whole(Predicate<Recorded> which) {
    return items(which, any -> true);
  }

  private List<Item> items(Predicate<Recorded> which, Predicate<Line> lines) {
    return entries.stream().filter(which).map(one -> item(one, lines)).toList();
  }

  private Item item(Recorded one, Predicate<Line> lines) {
    return new Item(
        DutchDates.day(day(one)) + ": " + words.title(one.entry()),
        Stream.concat(Stream.of(recorded(one)), history(one).map(this::corrected))
            .collect(Collectors.joining(" ")),
        Stream.concat(told(one), annotations(one))
            .filter(lines)
            .map(line -> redaction.of(line, say("view.paper.hidden")))
            .toList());
  }

  private Stream<Line> annotations(Recorded one) {
    return dossier == null
        ? Stream.empty()
        : new Requests(dossier)
            .annotations(one.id()).stream().map(said -> line("view.paper.otherView", said));
  }

  private String recorded(Recorded one) {
    return by("view.paper.recorded", one);
  }

  /** What was put right is said where it stands now, and what it was where somebody did so. */
  private String corrected(Replaced one) {
    return by("view.paper.corrected", one.by().recorded());
  }

  private String by(String key, Recorded one) {
    String role = say("view.role." + one.role());
    String on = DutchDates.day(recordedOn(one));
    return redaction.staffNamed()
        ? say(key, names.of(one.author()), role, on)
        : say(key + ".role", role, on);
  }

  private Stream<Replaced> history(Recorded one) {
    return dossier == null ? Stream.empty() : dossier.history(one).stream();
  }

  private Entry standing(Recorded one) {
    return dossier == null ? one.entry() : dossier.standing(one);
  }

  private Stream<Line> told(Recorded one) {
    return one.entry() instanceof Correction correction
        ? Stream.concat(words.lines(correction).stream(), was(one, correction))
        : words
            .lines(redaction.of(withoutOthers(standing(one)), say("view.paper.hidden")))
            .stream();
  }

  private Stream<Line> was(Recorded by, Correction correction) {
    return Objects.requireNonNull(dossier).entry(correction.entry()).stream()
        .flatMap(this::history)
        .filter(one -> one.by().recorded().equals(by))
        .flatMap(
            one ->
                Stream.concat(
                    Stream.of(line("view.paper.was", words.title(one.before()))),
                    words.lines(redaction.of(one.before(), say("view.paper.hidden"))).stream()));
  }

  /** Paper goes to others: of an incident it tells what concerns this pupil. */
  private Entry withoutOthers(Entry entry) {
    return entry instanceof Incident incident ? incident.alone(pupil().id()) : entry;
  }

  private LocalDate day(Recorded one) {
    LocalDate on = standing(one).on();
    return on == null ? recordedOn(one) : on;
  }

  private static LocalDate recordedOn(Recorded one) {
    return LocalDate.ofInstant(one.at(), ZONE);
  }

  private Line line(String label, String said) {
    return new Line("", say(label), List.of(said));
  }

  private PupilCard pupil() {
    return caller.around().pupil();
  }

  private String say(String key, Object... arguments) {
    return texts.say(DutchDates.DUTCH, key, arguments);
  }
}
