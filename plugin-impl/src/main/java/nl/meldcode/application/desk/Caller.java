package nl.meldcode.application.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Roster.Surroundings;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.emergency.EmergencyAccess;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff at work in one context: one pupil at one school.
 *
 * @param chosen one of the pupil's dossiers; null for the current one
 * @param signIn how the person got in
 * @param tooClose a conflict of interest stands in one of the pupil's dossiers: it is about the
 *     child, whichever of them is at hand (A.12, 2)
 */
public record Caller(
    Person person,
    SchoolId school,
    PupilId pupil,
    Surroundings around,
    Locale locale,
    @Nullable DossierId chosen,
    SignIn signIn,
    boolean tooClose) {
  /** The same person at work on another pupil of the school. */
  public Caller about(PupilId other, Surroundings aroundOther) {
    return new Caller(person, school, other, aroundOther, locale, null, SignIn.ORDINARY, false);
  }

  /** Which of the pupil's dossiers, oldest first, this is about; empty when it is none of them. */
  public Optional<Dossier> atHand(List<Dossier> all) {
    return chosen == null
        ? Dossier.current(all)
        : all.stream().filter(one -> one.id().equals(chosen)).findFirst();
  }

  /** Whether this dossier is open to the caller by emergency access. */
  public boolean isEmergency(DossierId dossier) {
    EmergencyAccess emergency = signIn.emergency();
    return emergency != null && dossier.equals(emergency.dossier());
  }

  @Override
  public String toString() {
    return "Caller[" + person.id() + "]";
  }
}
