package nl.meldcode.application.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.meldcode.application.port.Roster.Standing;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.DossierState;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Everything the pages of one pupil need.
 *
 * @param hidden the person may not know whether there is a dossier; then it is null and only what
 *     the person recorded is given
 * @param dossiers oldest first
 * @param asked whether the reader still has to say if a dossier of an earlier registration is this
 *     pupil's
 * @param emergencyEndsAt when the emergency access of the reader ends; null without
 */
public record PageView(
    LocalDate today,
    Instant asOf,
    boolean hostStale,
    Me me,
    PupilHead pupil,
    List<GuardianRow> guardians,
    List<StaffRow> staff,
    boolean hidden,
    List<EntryRow> own,
    List<DossierRow> dossiers,
    boolean asked,
    @Nullable Instant emergencyEndsAt,
    @Nullable DossierView dossier) {
  /** The reader, and what the reader may do about this pupil now. */
  public record Me(String id, String name, Set<Role> roles, Set<Action> may) {
    @Override
    public String toString() {
      return "Me[" + id + "]";
    }
  }

  /**
   * The pupil.
   *
   * @param practice does not exist: nothing on the page is real
   */
  public record PupilHead(
      String id,
      String name,
      String givenName,
      String groupName,
      int age,
      Standing standing,
      boolean practice) {
    @Override
    public String toString() {
      return "PupilHead[" + id + "]";
    }
  }

  /**
   * One of the pupil's dossiers that the reader may know of.
   *
   * @param since the day of its first entry
   * @param current it is shown to who did not choose another one
   * @param atHand it is the one shown
   */
  public record DossierRow(
      String id, LocalDate since, DossierState state, boolean current, boolean atHand) {}

  /** A guardian. */
  public record GuardianRow(String id, String name, Relation relation, Authority authority) {
    @Override
    public String toString() {
      return "GuardianRow[" + id + "]";
    }
  }

  /** A colleague. */
  public record StaffRow(String id, String name, Set<Role> roles) {
    @Override
    public String toString() {
      return "StaffRow[" + id + "]";
    }
  }

  @Override
  public String toString() {
    return "PageView";
  }
}
