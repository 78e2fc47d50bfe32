package nl.meldcode.referencehost.seed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** De Vlieger: eight groups of 25 pupils, the same at every start. */
public final class DemoSchool {
  private static final long SEED = 20130701;
  private static final int GROUPS = 8;
  private static final int PUPILS_IN_A_GROUP = 25;
  private static final Instant AT = Instant.parse("2025-08-18T06:00:00Z");

  private final List<Pupil> pupils = new ArrayList<>();
  private final List<Enrollment> enrollments = new ArrayList<>();
  private final Map<UUID, Person> persons = new LinkedHashMap<>();
  private final List<Relation> relations = new ArrayList<>();
  private final DemoHouseholds households = new DemoHouseholds(AT);

  private DemoSchool() {}

  /** All that the school knows on its first day. */
  public static RosterData create() {
    return new DemoSchool().build();
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
        List.of(school()),
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
    List<Person> guardians = family.guardians().stream().map(DemoSchool::person).toList();
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
        Ids.of("pupil", child.key() == null ? number : child.key()),
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

  private static Enrollment enrollment(Pupil pupil, Child child) {
    return new Enrollment(
        pupil.id(),
        Ids.SCHOOL,
        groupId(child.group()),
        child.group(),
        pupil.birthDate().plusYears(4),
        null,
        "regular",
        true);
  }

  private static Person person(Guardian guardian) {
    UUID id = Ids.of("person", guardian.key());
    return new Person(
        id,
        guardian.givenName(),
        guardian.prefix(),
        guardian.familyName(),
        List.of("06 0000 %04d".formatted(Math.floorMod(id.hashCode(), 10_000))),
        List.of(guardian.key() + "@ouders.example.org"),
        false,
        Secrecy.NONE,
        "active",
        AT);
  }

  private static Relation relation(Pupil pupil, Guardian guardian, boolean first) {
    boolean represents =
        switch (guardian.authority()) {
          case YES -> true;
          case NO, UNKNOWN -> false;
        };
    return new Relation(
        pupil.id(),
        Ids.of("person", guardian.key()),
        guardian.kind(),
        represents,
        guardian.authority(),
        represents ? "yes" : "consultFirst",
        first,
        null,
        null);
  }

  private static School school() {
    List<Identifier> identifiers = List.of(new Identifier("OIE_CODE", "99DV"));
    return new School(
        Ids.SCHOOL, identifiers, "De Vlieger", "primary", Ids.TENANT, null, "active", AT);
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
