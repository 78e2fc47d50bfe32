package nl.meldcode.referencehost.seed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.model.Enrollment;
import nl.meldcode.referencehost.model.Group;
import nl.meldcode.referencehost.model.Identifier;
import nl.meldcode.referencehost.model.Person;
import nl.meldcode.referencehost.model.Pupil;
import nl.meldcode.referencehost.model.Relation;
import nl.meldcode.referencehost.model.RosterData;
import nl.meldcode.referencehost.model.School;
import nl.meldcode.referencehost.model.Secrecy;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.seed.Family.Child;
import nl.meldcode.referencehost.seed.Family.Guardian;

/**
 * De Vlieger: eight groups of 25 pupils, the same at every start. For who wants a whole board, more
 * schools of {@value #CLASSES} times eight groups of {@value #PUPILS_IN_A_CLASS} pupils, whom
 * nobody made up a story or notes for; their ids come from names such as {@code s1-0} for the first
 * pupil, {@code s1-5b} for a group and its teacher, {@code s1-ib} for the care coordinator.
 */
public final class DemoSchool {
  private static final long SEED = 20130701;
  private static final int GROUPS = 8;
  private static final int PUPILS_IN_A_GROUP = 25;
  private static final int CLASSES = 3;
  private static final int PUPILS_IN_A_CLASS = 21;
  private static final Instant AT = Instant.parse("2025-08-18T06:00:00Z");

  private final List<Pupil> pupils = new ArrayList<>();
  private final List<Enrollment> enrollments = new ArrayList<>();
  private final Map<UUID, Person> persons = new LinkedHashMap<>();
  private final List<Relation> relations = new ArrayList<>();
  private final String key;
  private final DemoHouseholds households;
  private final int[] seats = new int[GROUPS];

  /** The key stands before each name from which an id is made; empty for De Vlieger. */
  private DemoSchool(String key) {
    this.key = key;
    this.households = new DemoHouseholds(AT, key);
  }

  /** All that the school knows on its first day. */
  public static RosterData create() {
    return new DemoSchool("").build();
  }

  /** The same for a board with so many schools, of which De Vlieger is the first. */
  public static RosterData board(int schools) {
    return IntStream.range(1, schools)
        .mapToObj(number -> new DemoSchool("s" + number + "-").made(number))
        .reduce(create(), RosterData::and);
  }

  private RosterData made(int number) {
    int[] free = new int[GROUPS];
    Arrays.fill(free, CLASSES * PUPILS_IN_A_CLASS);
    new MadeFamilies(SEED + number, free).all().forEach(this::add);
    List<String> classes =
        IntStream.rangeClosed(1, GROUPS)
            .boxed()
            .flatMap(level -> IntStream.range(0, CLASSES).mapToObj(seat -> name(level, seat)))
            .toList();
    List<Staff> staff = new DemoStaff(AT).of(key, id(), classes);
    List<Group> groups = classes.stream().map(name -> group(name, staff)).toList();
    return new RosterData(
        List.of(school("De Vlieger " + number)),
        groups,
        staff,
        pupils,
        enrollments,
        List.copyOf(persons.values()),
        relations,
        List.of(),
        households.all());
  }

  /** Class a, b or c of a year. */
  private static String name(int level, int seat) {
    return level + String.valueOf((char) ('a' + seat % CLASSES));
  }

  private UUID id() {
    return key.isEmpty() ? Ids.SCHOOL : Ids.of("school", key);
  }

  private RosterData build() {
    List<Family> story = StoryFamilies.all();
    int[] free = new int[GROUPS];
    Arrays.fill(free, PUPILS_IN_A_GROUP);
    story.stream()
        .flatMap(family -> family.children().stream())
        .forEach(c -> free[c.group() - 1]--);
    story.forEach(this::add);
    new MadeFamilies(SEED, free).all().forEach(this::add);
    List<Staff> staff = new DemoStaff(AT).all();
    return new RosterData(
        List.of(school("De Vlieger")),
        groups(staff),
        staff,
        pupils,
        enrollments,
        List.copyOf(persons.values()),
        relations,
        DemoNotes.about(enrollments, staff),
        households.all());
  }

  private void add(Family family) {
    List<Person> guardians = family.guardians().stream().map(this::person).toList();
    guardians.forEach(person -> persons.put(person.id(), person));
    List<UUID> children = new ArrayList<>();
    for (Child child : family.children()) {
      Pupil pupil = pupil(family, child);
      pupils.add(pupil);
      children.add(pupil.id());
      enrollments.add(enrollment(pupil, child));
      for (Guardian guardian : family.guardians()) {
        relations.add(relation(pupil, guardian, guardian.equals(family.guardians().get(0))));
      }
    }
    households.add(family.name(), children, guardians.stream().map(Person::id).toList());
  }

  private Pupil pupil(Family family, Child child) {
    String number = "%d-%04d".formatted(child.born().getYear() + 4, 400 + pupils.size());
    return new Pupil(
        Ids.of("pupil", pupilKey(child, number)),
        "active",
        null,
        List.of(new Identifier("leerlingnummer", number)),
        child.givenName(),
        child.givenName(),
        family.prefix(),
        family.name(),
        child.born(),
        false,
        child.gender(),
        DemoHouseholds.isSecret(family.name()) ? Secrecy.OF_ADDRESS : Secrecy.NONE,
        AT);
  }

  private String pupilKey(Child child, String number) {
    if (child.key() != null) {
      return child.key();
    }
    return key.isEmpty() ? number : key + pupils.size();
  }

  private Enrollment enrollment(Pupil pupil, Child child) {
    return new Enrollment(
        pupil.id(),
        id(),
        groupOf(child),
        child.group(),
        pupil.birthDate().plusYears(4),
        null,
        "regular",
        true);
  }

  private UUID groupOf(Child child) {
    int level = child.group();
    return key.isEmpty() ? groupId(level) : Ids.of("group", key + name(level, seats[level - 1]++));
  }

  private Person person(Guardian guardian) {
    UUID id = Ids.of("person", key + guardian.key());
    return new Person(
        id,
        guardian.givenName(),
        guardian.prefix(),
        guardian.familyName(),
        List.of("06 0000 %04d".formatted(Math.floorMod(id.hashCode(), 10_000))),
        List.of(key + guardian.key() + "@ouders.example.org"),
        false,
        Secrecy.NONE,
        "active",
        AT);
  }

  private Relation relation(Pupil pupil, Guardian guardian, boolean first) {
    boolean represents =
        switch (guardian.authority()) {
          case YES -> true;
          case NO, UNKNOWN -> false;
        };
    return new Relation(
        pupil.id(),
        Ids.of("person", key + guardian.key()),
        guardian.kind(),
        represents,
        guardian.authority(),
        represents ? "yes" : "consultFirst",
        first,
        null,
        null);
  }

  private School school(String name) {
    List<Identifier> identifiers = List.of(new Identifier("OIE_CODE", "99DV"));
    return new School(id(), identifiers, name, "primary", Ids.TENANT, null, "active", AT);
  }

  private Group group(String name, List<Staff> staff) {
    UUID id = Ids.of("group", key + name);
    List<UUID> teachers = staff.stream().filter(one -> one.teaches(id)).map(Staff::id).toList();
    int level = Integer.parseInt(name.substring(0, 1));
    return new Group(
        id, id(), "Groep " + name, "class", level, "2026-2027", teachers, "active", AT);
  }

  private static List<Group> groups(List<Staff> staff) {
    List<Group> groups = new ArrayList<>();
    for (int level = 1; level <= GROUPS; level++) {
      UUID id = groupId(level);
      List<UUID> teachers =
          staff.stream().filter(person -> person.teaches(id)).map(Staff::id).toList();
      groups.add(
          new Group(
              id,
              Ids.SCHOOL,
              "Groep " + level,
              "class",
              level,
              "2026-2027",
              teachers,
              "active",
              AT));
    }
    return groups;
  }

  private static UUID groupId(int level) {
    return Ids.of("group", Integer.toString(level));
  }
}
