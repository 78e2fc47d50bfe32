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
    List<Note> notes) {}
