package nl.meldcode.application.practice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.text.DutchDates;
import nl.meldcode.application.text.Texts;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.entry.Observation;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Guardian;
import nl.meldcode.domain.family.Relation;
import nl.meldcode.domain.linking.Kin;
import nl.meldcode.domain.practice.Practice;

/**
 * A roster that answers of pupils to practise on by itself: the host is asked of its staff, and
 * never learns that there are such pupils. Everybody at the school teaches them, so that each does
 * what the own role allows with an own pupil.
 */
public record PracticeRoster(Roster host, Texts texts, Clock clock) implements Roster {
  private static final int AGE = 9;
  private static final int CLASSMATES = 2;

  /** No host has it: theirs are no words of Dutch. */
  private static final String GROUP = "oefengroep";

  @Override
  public Surroundings around(SchoolId school, PupilId pupil) {
    return Practice.is(pupil) ? made(school, pupil) : host.around(school, pupil);
  }

  @Override
  public Surroundings known(SchoolId school, PupilId pupil) {
    return Practice.is(pupil) ? made(school, pupil) : host.known(school, pupil);
  }

  private Surroundings made(SchoolId school, PupilId pupil) {
    SchoolStaff staff = host.staff(school);
    LocalDate born = LocalDate.now(clock).withDayOfMonth(1).minusYears(AGE);
    String name = name(school, pupil);
    PupilCard card =
        new PupilCard(
            pupil, name, name, born, Set.of(GROUP), say("practice.group"), Standing.PRESENT);
    return new Surroundings(
        card,
        family(pupil),
        new SchoolStaff(
            staff.schoolName(), staff.members().stream().map(PracticeRoster::teaching).toList()),
        // A page is made anew each minute, not at each look.
        Instant.now(clock).truncatedTo(ChronoUnit.MINUTES));
  }

  private static StaffMember teaching(StaffMember one) {
    Set<String> groups =
        Stream.concat(one.groups().stream(), Stream.of(GROUP))
            .collect(Collectors.toUnmodifiableSet());
    return new StaffMember(one.id(), one.name(), one.roles(), groups);
  }

  private Family family(PupilId pupil) {
    return new Family(
        List.of(
            new Guardian(
                Practice.guardian(pupil, 1),
                say("practice.mother"),
                Relation.MOTHER,
                Authority.YES),
            new Guardian(
                Practice.guardian(pupil, 2),
                say("practice.father"),
                Relation.FATHER,
                Authority.YES)));
  }

  private String name(SchoolId school, PupilId pupil) {
    return classmates(school)
        .filter(one -> one.id().equals(pupil))
        .map(PupilName::name)
        .findFirst()
        .orElseGet(() -> say("practice.pupil"));
  }

  private Stream<PupilName> classmates(SchoolId school) {
    return IntStream.rangeClosed(1, CLASSMATES)
        .mapToObj(
            which ->
                new PupilName(
                    Practice.classmate(school, which),
                    say("practice.classmate." + which),
                    say("practice.group")));
  }

  private String say(String key) {
    return texts.say(DutchDates.DUTCH, key);
  }

  @Override
  public SchoolStaff staff(SchoolId school) {
    return host.staff(school);
  }

  @Override
  public Map<StaffId, String> addresses() {
    return host.addresses();
  }

  @Override
  public List<PupilName> pupils(SchoolId school) {
    return host.pupils(school);
  }

  @Override
  public List<PupilName> schoolmates(SchoolId school, PupilId pupil) {
    return Practice.is(pupil) ? classmates(school).toList() : host.schoolmates(school, pupil);
  }

  @Override
  public Map<PupilId, PupilName> named(SchoolId school) {
    Map<PupilId, PupilName> all = new HashMap<>(host.named(school));
    classmates(school).forEach(one -> all.put(one.id(), one));
    return all;
  }

  @Override
  public Map<PupilId, Set<String>> groups(SchoolId school) {
    return host.groups(school);
  }

  @Override
  public Kin kin(SchoolId school, PupilId pupil) {
    return Practice.is(pupil) ? Kin.none(pupil) : host.kin(school, pupil);
  }

  @Override
  public List<Observation> observations(PupilId pupil, StaffId reader) {
    return Practice.is(pupil) ? List.of() : host.observations(pupil, reader);
  }

  @Override
  public Map<SchoolId, SchoolId> mergers() {
    return host.mergers();
  }

  @Override
  public boolean standsIn(SchoolId school, StaffId staff) {
    return host.standsIn(school, staff);
  }

  @Override
  public Optional<LocalDate> leftOn(SchoolId school, PupilId pupil) {
    return Practice.is(pupil) ? Optional.empty() : host.leftOn(school, pupil);
  }

  @Override
  public boolean isPupil(SchoolId school, PupilId pupil) {
    return Practice.is(pupil) || host.isPupil(school, pupil);
  }

  @Override
  public HostCapabilities capabilities() {
    return host.capabilities();
  }
}
