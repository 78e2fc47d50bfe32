package nl.meldcode.domain.dossier;

import java.util.Optional;
import java.util.function.Predicate;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.entry.AboutStaff;
import nl.meldcode.domain.entry.CoachNamed;
import nl.meldcode.domain.entry.ConflictOfInterest;
import nl.meldcode.domain.entry.Consultation;
import nl.meldcode.domain.entry.TeamMemberAdded;
import nl.meldcode.domain.entry.TeamMemberAdded.Reads;

/**
 * Who belongs to a dossier beside those the host names, and who is kept from it (A.12, 2 and 4).
 */
public record Team(Dossier dossier) {
  /** Whether this person opened it, coaches or was added: team besides those the host names. */
  public boolean includes(StaffId staff) {
    return isAdded(staff)
        || dossier.opened().filter(one -> one.recorded().author().equals(staff)).isPresent()
        || dossier
            .latest(CoachNamed.class)
            .filter(one -> one.entry().coach().equals(staff))
            .isPresent();
  }

  /** Whether IB or head added this person. */
  public boolean isAdded(StaffId staff) {
    return added(staff).isPresent();
  }

  /** Whether the head named this person for what Veilig Thuis tells of the family (C4). */
  public boolean isNamed(StaffId staff) {
    return added(staff).filter(one -> one.reads() == Reads.FAMILY_INFORMATION).isPresent();
  }

  private Optional<TeamMemberAdded> added(StaffId staff) {
    return lastAbout(staff, one -> !(one instanceof ConflictOfInterest))
        .filter(TeamMemberAdded.class::isInstance)
        .map(TeamMemberAdded.class::cast);
  }

  /** Whether this person is too close to the family to see it; the last word counts (A.12, 2). */
  public boolean inConflict(StaffId staff) {
    return lastAbout(staff, ConflictOfInterest.class::isInstance)
        .map(ConflictOfInterest.class::cast)
        .filter(ConflictOfInterest::conflict)
        .isPresent();
  }

  private Optional<AboutStaff> lastAbout(StaffId staff, Predicate<AboutStaff> which) {
    return dossier.all(AboutStaff.class).stream()
        .map(Stated::entry)
        .filter(one -> one.member().equals(staff) && which.test(one))
        .reduce((first, last) -> last);
  }

  /** Number of the last consultation this person took part in; 0 when in none (C.3). */
  public long lastConsultationOf(StaffId staff) {
    return dossier.all(Consultation.class).stream()
        .filter(
            one ->
                one.entry().participants().stream()
                    .anyMatch(participant -> staff.equals(participant.staff())))
        .mapToLong(one -> one.recorded().seq())
        .max()
        .orElse(0);
  }
}
