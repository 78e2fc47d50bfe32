package nl.meldcode.referencehost.model;

import java.util.List;

/** Everything about who is at the school. */
public record RosterData(
    List<School> schools,
    List<Group> groups,
    List<Staff> staff,
    List<Pupil> pupils,
    List<Enrollment> enrollments,
    List<Person> persons,
    List<Relation> relations,
    List<Note> notes,
    List<Household> households) {

  public RosterData withPupils(List<Pupil> changed) {
    return new RosterData(
        schools, groups, staff, changed, enrollments, persons, relations, notes, households);
  }

  public RosterData withStaff(List<Staff> changed) {
    return new RosterData(
        schools, groups, changed, pupils, enrollments, persons, relations, notes, households);
  }

  public RosterData withEnrollments(List<Enrollment> changed) {
    return new RosterData(
        schools, groups, staff, pupils, changed, persons, relations, notes, households);
  }

  public RosterData withRelations(List<Relation> changed) {
    return new RosterData(
        schools, groups, staff, pupils, enrollments, persons, changed, notes, households);
  }

  public RosterData withHouseholds(List<Household> changed) {
    return new RosterData(
        schools, groups, staff, pupils, enrollments, persons, relations, notes, changed);
  }
}
