package nl.meldcode.referencehost.model;

import java.util.List;
import java.util.stream.Stream;

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

  /** This and what the other knows. */
  public RosterData and(RosterData other) {
    return new RosterData(
        both(schools, other.schools),
        both(groups, other.groups),
        both(staff, other.staff),
        both(pupils, other.pupils),
        both(enrollments, other.enrollments),
        both(persons, other.persons),
        both(relations, other.relations),
        both(notes, other.notes),
        both(households, other.households));
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

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
