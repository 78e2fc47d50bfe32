package nl.meldcode.referencehost.store;

import static java.util.stream.Collectors.groupingBy;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import nl.meldcode.referencehost.model.Enrollment;
import nl.meldcode.referencehost.model.Group;
import nl.meldcode.referencehost.model.Note;
import nl.meldcode.referencehost.model.Person;
import nl.meldcode.referencehost.model.Pupil;
import nl.meldcode.referencehost.model.Relation;
import nl.meldcode.referencehost.model.RosterData;
import nl.meldcode.referencehost.model.School;
import nl.meldcode.referencehost.model.Staff;

/** Who is at the school, ready to be asked. Immutable. */
public final class Roster {
  private final RosterData data;
  private final Map<UUID, School> schools;
  private final Map<UUID, Group> groups;
  private final Map<UUID, Staff> staff;
  private final Map<UUID, Pupil> pupils;
  private final Map<UUID, Person> persons;
  private final Map<UUID, List<Enrollment>> enrollments;
  private final Map<UUID, List<Relation>> relations;
  private final Map<UUID, List<Note>> notes;

  public Roster(RosterData data) {
    this.data = data;
    this.schools = byId(data.schools(), School::id);
    this.groups = byId(data.groups(), Group::id);
    this.staff = byId(data.staff(), Staff::id);
    this.pupils = byId(data.pupils(), Pupil::id);
    this.persons = byId(data.persons(), Person::id);
    this.enrollments = data.enrollments().stream().collect(groupingBy(Enrollment::pupilId));
    this.relations = data.relations().stream().collect(groupingBy(Relation::pupilId));
    this.notes = data.notes().stream().collect(groupingBy(Note::pupilId));
  }

  private static <T> Map<UUID, T> byId(List<T> items, Function<T, UUID> id) {
    Map<UUID, T> map = new TreeMap<>();
    items.forEach(item -> map.put(id.apply(item), item));
    return map;
  }

  public Collection<School> schools() {
    return schools.values();
  }

  public Optional<School> school(UUID id) {
    return Optional.ofNullable(schools.get(id));
  }

  /** All groups, group 1 first. */
  public List<Group> groups() {
    return data.groups();
  }

  public Optional<Group> group(UUID id) {
    return Optional.ofNullable(groups.get(id));
  }

  public Collection<Staff> staff() {
    return staff.values();
  }

  public Optional<Staff> staff(UUID id) {
    return Optional.ofNullable(staff.get(id));
  }

  /** All pupils, ordered by id, which is a stable order for paging. */
  public Collection<Pupil> pupils() {
    return pupils.values();
  }

  public Optional<Pupil> pupil(UUID id) {
    return Optional.ofNullable(pupils.get(id));
  }

  public Optional<Person> person(UUID id) {
    return Optional.ofNullable(persons.get(id));
  }

  public List<Enrollment> enrollments(UUID pupilId) {
    return enrollments.getOrDefault(pupilId, List.of());
  }

  public List<Enrollment> members(UUID groupId) {
    return data.enrollments().stream().filter(e -> e.groupId().equals(groupId)).toList();
  }

  public List<Relation> relations(UUID pupilId) {
    return relations.getOrDefault(pupilId, List.of());
  }

  /** The relations in which this person is the guardian. */
  public List<Relation> childrenOf(UUID personId) {
    return data.relations().stream().filter(r -> r.personId().equals(personId)).toList();
  }

  /** The other pupils who share a guardian with this one. */
  public Set<UUID> siblings(UUID pupilId) {
    Set<UUID> found = new TreeSet<>();
    relations(pupilId)
        .forEach(own -> childrenOf(own.personId()).forEach(r -> found.add(r.pupilId())));
    found.remove(pupilId);
    return found;
  }

  /** The pupil's notes, newest first. */
  public List<Note> notes(UUID pupilId) {
    return notes.getOrDefault(pupilId, List.of()).stream()
        .sorted(Comparator.comparing(Note::writtenOn).reversed())
        .toList();
  }

  /** The group in which the pupil is now. */
  public Optional<Group> groupOf(UUID pupilId) {
    return enrollments(pupilId).stream()
        .filter(e -> e.primary() && e.endDate() == null)
        .findFirst()
        .flatMap(e -> group(e.groupId()));
  }

  /** The pupils of a group by given name. */
  public List<Pupil> pupilsOf(UUID groupId) {
    Collator dutch = Collator.getInstance(Locale.forLanguageTag("nl"));
    return members(groupId).stream()
        .flatMap(member -> pupil(member.pupilId()).stream())
        .sorted(Comparator.comparing(Pupil::fullName, dutch))
        .toList();
  }
}
