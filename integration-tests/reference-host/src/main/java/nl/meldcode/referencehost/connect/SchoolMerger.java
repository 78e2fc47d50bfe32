package nl.meldcode.referencehost.connect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldcode.referencehost.model.Enrollment;
import nl.meldcode.referencehost.model.Group;
import nl.meldcode.referencehost.model.Identifier;
import nl.meldcode.referencehost.model.RosterData;
import nl.meldcode.referencehost.model.School;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.model.StaffRole;

/** A school goes on as part of a new one, with all its groups, pupils and staff. */
final class SchoolMerger {
  private SchoolMerger() {}

  static RosterData merged(RosterData data, UUID school, UUID into, String name, Instant at) {
    List<School> schools = new ArrayList<>();
    for (School one : data.schools()) {
      boolean ends = one.id().equals(school);
      schools.add(ends ? one.mergedInto(into, at) : one);
      if (ends) {
        List<Identifier> identifiers = List.of(new Identifier("OIE_CODE", "99ND"));
        schools.add(
            new School(into, identifiers, name, one.kind(), one.boardId(), null, "active", at));
      }
    }
    return new RosterData(
        schools,
        data.groups().stream().map(one -> at(one, into, at)).toList(),
        data.staff().stream().map(one -> at(one, into, at)).toList(),
        data.pupils(),
        data.enrollments().stream().map(one -> at(one, into)).toList(),
        data.persons(),
        data.relations(),
        data.notes(),
        data.households());
  }

  private static Group at(Group one, UUID school, Instant at) {
    return new Group(
        one.id(),
        school,
        one.name(),
        one.kind(),
        one.yearLevel(),
        one.schoolYear(),
        one.staffIds(),
        one.status(),
        at);
  }

  private static Staff at(Staff one, UUID school, Instant at) {
    List<StaffRole> roles =
        one.roles().stream()
            .map(it -> new StaffRole(it.role(), school, it.groupId(), it.beginDate(), it.endDate()))
            .toList();
    return new Staff(
        one.id(),
        one.personId(),
        one.identifiers(),
        one.givenName(),
        one.familyNamePrefix(),
        one.familyName(),
        one.email(),
        roles,
        one.active(),
        one.status(),
        at);
  }

  private static Enrollment at(Enrollment one, UUID school) {
    return new Enrollment(
        one.pupilId(),
        school,
        one.groupId(),
        one.yearLevel(),
        one.beginDate(),
        one.endDate(),
        one.kind(),
        one.primary());
  }
}
