package nl.meldcode.adapter.protocol;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.ConsultLevel;
import nl.meldcode.domain.entry.Consultation;
import nl.meldcode.domain.entry.Decision;
import nl.meldcode.domain.entry.DossierOpened;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Frequency;
import nl.meldcode.domain.entry.Incident;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Opening;
import nl.meldcode.domain.entry.Seriousness;
import nl.meldcode.domain.entry.Signal;
import nl.meldcode.domain.entry.SignalOverview;
import nl.meldcode.domain.entry.ValuesLowered;
import nl.meldcode.domain.entry.YesNoUnknown;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Guardian;
import nl.meldcode.domain.protocol.Facts;
import nl.meldcode.domain.term.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/** What rules written by hand look at: the entries by kind, and what several of them ask. */
final class HandCase {
  private static final ZoneId SCHOOL = ZoneId.of("Europe/Amsterdam");

  private final Facts facts;
  private final LocalDate today;
  private final Map<Kind, List<Recorded>> byKind = new EnumMap<>(Kind.class);
  private final List<Guardian> guardians;
  private final Weight weight;
  private boolean calendarEnded;

  /** How often, how serious and whether with others, by the entries that were looked at. */
  private record Weight(Frequency often, Seriousness serious, boolean group) {
    boolean exceeds(Weight other) {
      return often.compareTo(other.often) > 0
          || serious.compareTo(other.serious) > 0
          || (group && !other.group);
    }
  }

  HandCase(Facts facts, LocalDate today) {
    this.facts = facts;
    this.today = today;
    this.guardians = facts.family().guardians();
    for (Recorded one : facts.dossier().entries()) {
      byKind.computeIfAbsent(one.entry().kind(), kind -> new ArrayList<>()).add(one);
    }
    weight = weighed(Long.MAX_VALUE);
  }

  /** What was recorded until then, a lowering being where the counting starts anew. */
  private Weight weighed(long until) {
    Frequency often = Frequency.INCIDENTAL;
    Seriousness serious = Seriousness.NOT_STRIKING;
    boolean several = false;
    boolean overviewSays = false;
    for (Recorded one : facts.dossier().entries()) {
      if (one.seq() > until) {
        break;
      }
      Frequency seen = null;
      Seriousness heavy = null;
      if (one.entry() instanceof Signal signal) {
        seen = signal.frequency();
        heavy = signal.effectiveSeriousness();
        several |= signal.otherPupils().stream().anyMatch(other -> !other.equals(one.pupil()));
      } else if (one.entry() instanceof SignalOverview overview) {
        seen = overview.frequency();
        heavy = overview.seriousness();
        overviewSays = overview.others() == YesNoUnknown.YES;
        several |= overview.otherPupils().stream().anyMatch(other -> !other.equals(one.pupil()));
      } else if (one.entry() instanceof Incident incident) {
        seen = incident.frequency();
        heavy = incident.seriousness();
        several = true;
      } else if (one.entry() instanceof ValuesLowered lowered) {
        often = lowered.frequency();
        serious = lowered.seriousness();
      }
      often = seen != null && seen.compareTo(often) > 0 ? seen : often;
      serious = heavy != null && heavy.compareTo(serious) > 0 ? heavy : serious;
    }
    return new Weight(often, serious, several || overviewSays);
  }

  void endOfCalendar() {
    calendarEnded = true;
  }

  boolean calendarEnded() {
    return calendarEnded;
  }

  SchoolCalendar calendar() {
    return facts.calendar();
  }

  LocalDate today() {
    return today;
  }

  Facts facts() {
    return facts;
  }

  List<Recorded> entries() {
    return facts.dossier().entries();
  }

  List<Recorded> of(Kind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  boolean has(Kind kind) {
    return byKind.containsKey(kind);
  }

  <T extends Entry> @Nullable T last(Kind kind, Class<T> type) {
    List<Recorded> all = of(kind);
    return all.isEmpty() ? null : type.cast(all.get(all.size() - 1).entry());
  }

  @Nullable Recorded lastRecorded(Kind kind) {
    List<Recorded> all = of(kind);
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  boolean after(Recorded first, Kind kind) {
    List<Recorded> all = of(kind);
    return !all.isEmpty() && all.get(all.size() - 1).seq() > first.seq();
  }

  boolean repeated() {
    return weight.often().compareTo(Frequency.REPEATED) >= 0;
  }

  boolean atLeast(Seriousness asked) {
    return weight.serious().compareTo(asked) >= 0;
  }

  boolean group() {
    return weight.group();
  }

  ConsultLevel level() {
    return ConsultLevel.required(weight.often(), weight.serious(), weight.group());
  }

  ConsultLevel levelAsked() {
    ConsultLevel level = level();
    Recorded notNeeded = lastRecorded(Kind.CONFERENCE_NOT_NEEDED);
    return level == ConsultLevel.CASE_CONFERENCE
            && notNeeded != null
            && !weight.exceeds(weighed(notNeeded.seq()))
        ? ConsultLevel.EXPERT_ADVICE
        : level;
  }

  boolean consulted(ConsultLevel asked) {
    for (Recorded one : of(Kind.CONSULTATION)) {
      if (((Consultation) one.entry()).level().satisfies(asked)) {
        return true;
      }
    }
    return false;
  }

  @Nullable Opening opening() {
    DossierOpened opened = last(Kind.DOSSIER_OPENED, DossierOpened.class);
    return opened != null || !has(Kind.INCIDENT)
        ? opened
        : (Opening) of(Kind.INCIDENT).get(0).entry();
  }

  boolean abuseAtHome() {
    Opening opening = opening();
    return opening != null && opening.concerns().stream().anyMatch(one -> !one.isBehaviour());
  }

  boolean noBehaviour() {
    Opening opening = opening();
    return opening == null || opening.concerns().stream().noneMatch(one -> one.isBehaviour());
  }

  boolean decided(Decision.Choice choice) {
    Decision decision = last(Kind.DECISION, Decision.class);
    return decision != null && decision.choice() == choice;
  }

  boolean overridden() {
    Decision decision = last(Kind.DECISION, Decision.class);
    return decision != null && decision.override() != null;
  }

  List<Guardian> guardians() {
    return guardians;
  }

  List<Guardian> withAuthority() {
    return guardians.stream().filter(one -> one.authority() == Authority.YES).toList();
  }

  boolean closed() {
    return facts.dossier().closure().isPresent();
  }

  static LocalDate recordedOn(Recorded one) {
    return one.at().atZone(SCHOOL).toLocalDate();
  }

  static LocalDate dayOf(Recorded one) {
    return Objects.requireNonNullElseGet(one.entry().on(), () -> recordedOn(one));
  }
}
