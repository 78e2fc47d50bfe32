package nl.meldcode.domain.protocol;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldcode.api.PupilId;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.ConferenceNotNeeded;
import nl.meldcode.domain.entry.ConsultLevel;
import nl.meldcode.domain.entry.Decision;
import nl.meldcode.domain.entry.Frequency;
import nl.meldcode.domain.entry.Seriousness;
import nl.meldcode.domain.entry.Signal;
import nl.meldcode.domain.entry.SignalOverview;
import nl.meldcode.domain.entry.YesNoUnknown;
import nl.meldcode.domain.term.SchoolCalendar;

/**
 * All that a protocol looks at.
 *
 * @param family as the host says; confirmations in the dossier are laid over it here
 * @param filledLists names of the lists that the school has filled in, such as {@code
 *     signalChecklist}
 */
public record Facts(
    Dossier dossier, Family family, SchoolCalendar calendar, Set<String> filledLists) {
  public Facts {
    family = family.confirmedBy(dossier);
    filledLists = Set.copyOf(filledLists);
  }

  /** The highest frequency recorded (A.12, 9). */
  Frequency frequency() {
    return Stream.concat(
            signals().map(Signal::frequency), overviews().map(SignalOverview::frequency))
        .flatMap(Stream::ofNullable)
        .max(Comparator.naturalOrder())
        .orElse(Frequency.INCIDENTAL);
  }

  /** The highest seriousness recorded (A.12, 9). */
  Seriousness seriousness() {
    return Stream.concat(
            signals().map(Signal::effectiveSeriousness),
            overviews().map(SignalOverview::seriousness))
        .max(Comparator.naturalOrder())
        .orElse(Seriousness.NOT_STRIKING);
  }

  /** The pupil of the dossier and the others who were named as involved. */
  Set<PupilId> involved() {
    Set<PupilId> pupils = new LinkedHashSet<>();
    pupils.add(dossier.pupil());
    signals().forEach(one -> pupils.addAll(one.otherPupils()));
    overviews().forEach(one -> pupils.addAll(one.otherPupils()));
    return pupils;
  }

  /** Whether other children are involved (S1.7d). */
  boolean group() {
    boolean said =
        dossier
            .latest(SignalOverview.class)
            .filter(one -> one.entry().others() == YesNoUnknown.YES)
            .isPresent();
    return said || involved().size() > 1;
  }

  /** The level by the table of A.3. */
  public ConsultLevel level() {
    return ConsultLevel.required(frequency(), seriousness(), group());
  }

  /** The level that is asked: one lower once a case conference was found not needed (S2.7). */
  ConsultLevel levelAsked() {
    boolean notNeeded = dossier.has(ConferenceNotNeeded.class);
    return level() == ConsultLevel.CASE_CONFERENCE && notNeeded
        ? ConsultLevel.EXPERT_ADVICE
        : level();
  }

  /** The decision that counts. */
  Optional<Decision> decision() {
    return dossier.latest(Decision.class).map(Stated::entry);
  }

  private Stream<Signal> signals() {
    return dossier.all(Signal.class).stream().map(Stated::entry);
  }

  private Stream<SignalOverview> overviews() {
    return dossier.all(SignalOverview.class).stream().map(Stated::entry);
  }
}
