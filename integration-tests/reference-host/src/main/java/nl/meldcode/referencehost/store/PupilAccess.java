package nl.meldcode.referencehost.store;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.referencehost.model.Authority;
import nl.meldcode.referencehost.model.Group;
import nl.meldcode.referencehost.model.HostRole;
import nl.meldcode.referencehost.model.Pupil;
import nl.meldcode.referencehost.model.RecordEntry;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.model.Visibility;

/**
 * Who may see which pupil and which record entry in the host's own pages. An application manager
 * sees no pupil at all.
 */
public final class PupilAccess {
  private static final Set<HostRole> WHOLE_SCHOOL =
      Set.of(HostRole.CARE_COORDINATOR, HostRole.SAFEGUARDING_OFFICER, HostRole.HEAD);

  private final Roster roster;

  public PupilAccess(Roster roster) {
    this.roster = roster;
  }

  /**
   * The groups on this person's start page: the own groups of a teacher, all groups for who works
   * for the whole school.
   */
  public List<Group> groups(Staff staff) {
    return roster.groups().stream().filter(group -> maySee(staff, group)).toList();
  }

  public boolean maySee(Staff staff, Group group) {
    return staff.teaches(group.id()) || WHOLE_SCHOOL.stream().anyMatch(staff::has);
  }

  public boolean maySee(Staff staff, UUID pupilId) {
    return roster.groupOf(pupilId).filter(group -> maySee(staff, group)).isPresent();
  }

  /** Whether the entry is shown at all: outside its audience nobody learns that it exists. */
  public boolean maySee(Staff staff, RecordEntry entry) {
    if (!entry.status().equals("active") || !maySee(staff, entry.pupilId())) {
      return false;
    }
    return switch (entry.visibility()) {
      case RESTRICTED_STAFF ->
          entry.audienceRoles().stream().anyMatch(role -> acts(staff, role, entry.pupilId()));
      case STAFF, PARENT_PORTAL -> true;
    };
  }

  /** The children of whom this person may read in the parents' portal. */
  public List<Pupil> children(UUID personId) {
    return roster.childrenOf(personId).stream()
        .filter(relation -> relation.parentalAuthority() == Authority.YES)
        .flatMap(relation -> roster.pupil(relation.pupilId()).stream())
        .toList();
  }

  /** Whether this parent may read the entry: released on purpose, and about an own child. */
  public boolean parentMaySee(UUID personId, RecordEntry entry) {
    return entry.status().equals("active")
        && entry.visibility() == Visibility.PARENT_PORTAL
        && children(personId).stream().anyMatch(child -> child.id().equals(entry.pupilId()));
  }

  /** A teacher acts as one towards the pupils of the own groups only. */
  private boolean acts(Staff staff, HostRole role, UUID pupilId) {
    if (role != HostRole.TEACHER) {
      return staff.has(role);
    }
    return roster.groupOf(pupilId).filter(group -> staff.teaches(group.id())).isPresent();
  }
}
