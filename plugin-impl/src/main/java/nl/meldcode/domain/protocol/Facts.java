package nl.meldcode.domain.protocol;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldcode.api.PupilId;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.Afwegingskader;
import nl.meldcode.domain.entry.ConferenceNotNeeded;
import nl.meldcode.domain.entry.ConsultLevel;
import nl.meldcode.domain.entry.Decision;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Frequency;
import nl.meldcode.domain.entry.HelpArrangement;
import nl.meldcode.domain.entry.Incident;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.PupilInformed;
import nl.meldcode.domain.entry.Seriousness;
import nl.meldcode.domain.entry.Signal;
import nl.meldcode.domain.entry.SignalOverview;
import nl.meldcode.domain.entry.ValuesLowered;
import nl.meldcode.domain.entry.VeiligThuisReport;
import nl.meldcode.domain.entry.Weighing;
import nl.meldcode.domain.entry.YesNoUnknown;
import nl.meldcode.domain.term.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/** All that a protocol looks at, and what many of its rows ask of it. Immutable. */
public final class Facts {
  private final Dossier dossier;
  private final Family family;
  private final SchoolCalendar calendar;
  private final @Nullable LocalDate bornOn;
  private final Set<String> filledLists;
  private final Frequency frequency;
  private final Seriousness seriousness;
  private final boolean group;

  /**
   * Takes what is known on one day.
   *
   * @param family as the host says; confirmations in the dossier are laid over it here
   * @param bornOn the pupil's date of birth; null when the host does not say it
   * @param filledLists names of the lists that the school has filled in, such as {@code
   *     signalChecklist}
   */
  public Facts(
      Dossier dossier,
      Family family,
      SchoolCalendar calendar,
      @Nullable LocalDate bornOn,
      Set<String> filledLists) {
    this.dossier = dossier;
    this.family = family.confirmedBy(dossier);
    this.calendar = calendar;
    this.bornOn = bornOn;
    this.filledLists = Set.copyOf(filledLists);
    this.frequency = highestFrequency();
    this.seriousness = highestSeriousness();
    this.group = others();
  }

  /** The dossier itself. */
  public Dossier dossier() {
    return dossier;
  }

  /** The guardians, with what was confirmed of them. */
  public Family family() {
    return family;
  }

  /** The days of the school. */
  public SchoolCalendar calendar() {
    return calendar;
  }

  /** Names of the lists that the school has filled in. */
  public Set<String> filledLists() {
    return filledLists;
  }

  /** The highest frequency recorded, since somebody looked at it again (A.12, 9). */
  Frequency frequency() {
    return frequency;
  }

  private Frequency highestFrequency() {
    return Stream.of(
            lowered().map(one -> one.entry().frequency()).stream(),
            sinceLowered(Signal.class).map(Signal::frequency),
            sinceLowered(SignalOverview.class).map(SignalOverview::frequency),
            sinceLowered(Incident.class).map(Incident::frequency))
        .flatMap(values -> values)
        .flatMap(Stream::ofNullable)
        .max(Comparator.naturalOrder())
        .orElse(Frequency.INCIDENTAL);
  }

  /** The highest seriousness recorded, since somebody looked at it again (A.12, 9). */
  Seriousness seriousness() {
    return seriousness;
  }

  private Seriousness highestSeriousness() {
    return Stream.of(
            lowered().map(one -> one.entry().seriousness()).stream(),
            sinceLowered(Signal.class).map(Signal::effectiveSeriousness),
            sinceLowered(SignalOverview.class).map(SignalOverview::seriousness),
            sinceLowered(Incident.class).map(Incident::seriousness))
        .flatMap(values -> values)
        .max(Comparator.naturalOrder())
        .orElse(Seriousness.NOT_STRIKING);
  }

  private Optional<Stated<ValuesLowered>> lowered() {
    return dossier.latest(ValuesLowered.class);
  }

  private <T extends Entry> Stream<T> sinceLowered(Class<T> kind) {
    long from = lowered().map(one -> one.recorded().seq()).orElse(0L);
    return dossier.all(kind).stream().filter(one -> one.recorded().seq() > from).map(Stated::entry);
  }

  /**
   * The pupil of the dossier and the others who were named as involved; those of an incident have
   * dossiers of their own.
   */
  Set<PupilId> involved() {
    Set<PupilId> pupils = new LinkedHashSet<>();
    pupils.add(dossier.pupil());
    signals().forEach(one -> pupils.addAll(one.otherPupils()));
    overviews().forEach(one -> pupils.addAll(one.otherPupils()));
    return pupils;
  }

  /** Whether other children are involved (S1.7d). */
  boolean group() {
    return group;
  }

  private boolean others() {
    boolean said =
        dossier
            .latest(SignalOverview.class)
            .filter(one -> one.entry().others() == YesNoUnknown.YES)
            .isPresent();
    return said || dossier.has(Incident.class) || involved().size() > 1;
  }

  /** The level by the table of A.3. */
  public ConsultLevel level() {
    return ConsultLevel.required(frequency(), seriousness(), group());
  }

  /** The level that is asked: one lower once a case conference was found not needed (S2.7). */
  ConsultLevel levelAsked() {
    return level() == ConsultLevel.CASE_CONFERENCE && conferenceNotNeeded()
        ? ConsultLevel.EXPERT_ADVICE
        : level();
  }

  /** That was judged of what was known then; what is worse since asks for a new judgement. */
  private boolean conferenceNotNeeded() {
    return dossier
        .latest(ConferenceNotNeeded.class)
        .map(one -> until(one.recorded().seq()))
        .filter(this::isNoWorseThan)
        .isPresent();
  }

  private Facts until(long seq) {
    return new Facts(dossier.until(seq), family, calendar, bornOn, filledLists);
  }

  private boolean isNoWorseThan(Facts earlier) {
    return frequency.compareTo(earlier.frequency) <= 0
        && seriousness.compareTo(earlier.seriousness) <= 0
        && (!group || earlier.group);
  }

  /**
   * Whether an entry of that kind is there that still counts: of help, an arrangement that did not
   * come to an end without having helped; of what the pupil was told, of the last report.
   */
  boolean has(Kind kind) {
    return switch (kind) {
      case HELP_ARRANGEMENT -> help().isPresent();
      case PUPIL_INFORMED -> ReportTold.ofLast(dossier, dossier.all(PupilInformed.class));
      default -> dossier.has(kind.type());
    };
  }

  /** The help that was arranged last and still counts (S5.2, CR5). */
  Optional<HelpArrangement> help() {
    return dossier.all(HelpArrangement.class).stream()
        .filter(one -> !Evaluated.ended(one, dossier))
        .map(Stated::entry)
        .reduce((first, second) -> second);
  }

  /** The decision that counts. */
  Optional<Decision> decision() {
    return dossier.latest(Decision.class).map(Stated::entry);
  }

  /** The answers to the afwegingskader that count. */
  Optional<Afwegingskader> afweging() {
    return decision().flatMap(one -> Optional.ofNullable(one.afweging()));
  }

  /** Whether a suspicion is left after steps 1 to 4; so until somebody says it is not (B2.Q1). */
  boolean suspected() {
    return dossier
        .latest(Weighing.class)
        .filter(one -> Boolean.FALSE.equals(one.entry().suspicion()))
        .isEmpty();
  }

  /** Whether the child told of it without being asked (S1.8). */
  boolean childTold() {
    return signals().anyMatch(Signal::childToldUnasked);
  }

  /** Age in years on the day of the last report, else of the decision; 0 when it is not known. */
  int ageWhenReported() {
    Optional<LocalDate> day =
        dossier
            .latest(VeiligThuisReport.class)
            .map(one -> one.entry().on())
            .or(() -> decision().map(Decision::on));
    return bornOn == null ? 0 : day.map(on -> Period.between(bornOn, on).getYears()).orElse(0);
  }

  private Stream<Signal> signals() {
    return dossier.all(Signal.class).stream().map(Stated::entry);
  }

  private Stream<SignalOverview> overviews() {
    return dossier.all(SignalOverview.class).stream().map(Stated::entry);
  }
}
