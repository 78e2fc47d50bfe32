package nl.meldcode.referencehost.store;

import static java.util.stream.Collectors.groupingBy;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.model.Enrollment;
import nl.meldcode.referencehost.model.Group;
import nl.meldcode.referencehost.model.Household;
import nl.meldcode.referencehost.model.Note;
import nl.meldcode.referencehost.model.Person;
import nl.meldcode.referencehost.model.Pupil;
import nl.meldcode.referencehost.model.Relation;
import nl.meldcode.referencehost.model.RosterData;
import nl.meldcode.referencehost.model.School;
import nl.meldcode.referencehost.model.Staff;

/** Who is at the school, ready to be asked. Safe for several threads. */
public final class Roster {
  private volatile Snapshot now;

  /** All that is known at one moment. Immutable. */
  private record Snapshot(
      RosterData data,
      Map<UUID, School> schools,
      Map<UUID, Group> groups,
      Map<UUID, Staff> staff,
      Map<UUID, Pupil> pupils,
      Map<UUID, Person> persons,
      Map<UUID, List<Enrollment>> enrollments,
      Map<UUID, List<Relation>> relations,
      Map<UUID, List<Note>> notes,
      Map<UUID, List<Enrollment>> members,
      Map<UUID, List<Relation>> children,
      Map<UUID, List<Household>> households) {
    static Snapshot of(RosterData data) {
      return new Snapshot(
          data,
          byId(data.schools(), School::id),
          byId(data.groups(), Group::id),
          byId(data.staff(), Staff::id),
          byId(data.pupils(), Pupil::id),
          byId(data.persons(), Person::id),
          data.enrollments().stream().collect(groupingBy(Enrollment::pupilId)),
          data.relations().stream().collect(groupingBy(Relation::pupilId)),
          data.notes().stream().collect(groupingBy(Note::pupilId)),
          data.enrollments().stream().collect(groupingBy(Enrollment::groupId)),
          data.relations().stream().collect(groupingBy(Relation::personId)),
          households(data));
    }

    private static Map<UUID, List<Household>> households(RosterData data) {
      Map<UUID, List<Household>> all = new HashMap<>();
      for (Household one : data.households()) {
        for (UUID member : one.memberIds()) {
          all.computeIfAbsent(member, first -> new ArrayList<>()).add(one);
        }
      }
      return all;
    }
  }

  public Roster(RosterData data) {
    this.now = Snapshot.of(data);
  }

  /** What is known now. */
  public RosterData data() {
    return now.data();
  }

  /** From now on this is known. */
  void become(RosterData data) {
    now = Snapshot.of(data);
  }

  private static <T> Map<UUID, T> byId(List<T> items, Function<T, UUID> id) {
    Map<UUID, T> map = new TreeMap<>();
    items.forEach(item -> map.put(id.apply(item), item));
    return map;
  }

  public Collection<School> schools() {
    return now.schools().values();
  }

  /** The school that the demo is about: De Vlieger, or the one that it became part of. */
  public School current() {
    Map<UUID, School> schools = now.schools();
    School school = Objects.requireNonNull(schools.get(Ids.SCHOOL));
    while (school.mergedIntoId() != null) {
      school = Objects.requireNonNull(schools.get(school.mergedIntoId()));
    }
    return school;
  }

  public Optional<School> school(UUID id) {
    return Optional.ofNullable(now.schools().get(id));
  }

  /** All groups, group 1 first. */
  public List<Group> groups() {
    return now.data().groups();
  }

  public Optional<Group> group(UUID id) {
    return Optional.ofNullable(now.groups().get(id));
  }

  public Collection<Staff> staff() {
    return now.staff().values();
  }

  public Optional<Staff> staff(UUID id) {
    return Optional.ofNullable(now.staff().get(id));
  }

  /** All pupils, ordered by id, which is a stable order for paging. */
  public Collection<Pupil> pupils() {
    return now.pupils().values();
  }

  public Optional<Pupil> pupil(UUID id) {
    return Optional.ofNullable(now.pupils().get(id));
  }

  public Optional<Person> person(UUID id) {
    return Optional.ofNullable(now.persons().get(id));
  }

  public List<Enrollment> enrollments(UUID pupilId) {
    return now.enrollments().getOrDefault(pupilId, List.of());
  }

  public List<Enrollment> members(UUID groupId) {
    return now.members().getOrDefault(groupId, List.of());
  }

  public List<Relation> relations(UUID pupilId) {
    return now.relations().getOrDefault(pupilId, List.of());
  }

  /** The relations in which this person is the guardian. */
  public List<Relation> childrenOf(UUID personId) {
    return now.children().getOrDefault(personId, List.of());
  }

  /** The other pupils who share a guardian with this one. */
  public Set<UUID> siblings(UUID pupilId) {
    Set<UUID> found = new TreeSet<>();
    relations(pupilId).stream()
        .filter(Relation::runs)
        .flatMap(own -> childrenOf(own.personId()).stream())
        .filter(Relation::runs)
        .forEach(r -> found.add(r.pupilId()));
    found.remove(pupilId);
    return found;
  }

  /** The pupil's notes, newest first. */
  public List<Note> notes(UUID pupilId) {
    return now.notes().getOrDefault(pupilId, List.of()).stream()
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

  /** The households in which this pupil or person is. */
  public List<Household> households(UUID member) {
    return now.households().getOrDefault(member, List.of());
  }
}
