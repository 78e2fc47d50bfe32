package nl.meldcode.application;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.SignIn;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.Documents;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.Standing;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.entry.Observation;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Guardian;
import nl.meldcode.domain.family.Relation;
import nl.meldcode.domain.linking.Kin;
import org.jspecify.annotations.Nullable;

/**
 * A small fictional school for tests: staff, two pupils with the same two parents, and a day that
 * moves on.
 */
public final class School implements Roster {
  public static final SchoolId ID = new SchoolId("de-vlieger");
  public static final PupilId LOTTE = new PupilId(id("pupil:lotte"));
  public static final PupilId FINN = new PupilId(id("pupil:finn"));
  public static final PersonId ILSE = new PersonId(id("person:ilse"));
  public static final PersonId JEROEN = new PersonId(id("person:jeroen"));
  public static final StaffMember ANJA = member("anja", "Anja Post", Role.LK, "5");
  public static final StaffMember TIM = member("tim", "Tim Bos", Role.LK, "7");
  public static final StaffMember NORA = member("nora", "Nora Kuiper", Role.IB, null);
  public static final StaffMember SEM = member("sem", "Sem de Wit", Role.AF, null);
  public static final StaffMember PETRA = member("petra", "Petra Smit", Role.DIR, null);
  public static final StaffMember GIJS = member("gijs", "Gijs Hart", Role.GS, null);
  public static final StaffMember RIK = member("rik", "Rik Jansen", Role.ADM, null);
  public static final StaffMember VERA = member("vera", "Vera Maas", Role.BOARD, null);
  public static final StaffMember FEMKE = member("femke", "Femke Groen", Role.FG, null);
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private final Movable clock = new Movable();
  private List<Observation> observed = List.of();

  /** The id of somebody, made from a name. */
  public static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** The clock of the school; starts on 9 February 2026 at noon. */
  public Clock clock() {
    return clock;
  }

  /** Moves on by so much. */
  public void later(Duration step) {
    clock.now = clock.now.plus(step);
  }

  /** Moves on to noon of that day. */
  public void goTo(LocalDate day) {
    clock.now = day.atTime(12, 0).atZone(ZONE).toInstant();
  }

  /** The host lets Anja, and nobody else, see these. */
  public void observed(List<Observation> observations) {
    observed = observations;
  }

  /** That member of staff at work on Lotte. */
  public Caller caller(StaffMember member) {
    return caller(member, LOTTE);
  }

  /** That member of staff at work on that pupil. */
  public Caller caller(StaffMember member, PupilId pupil) {
    return caller(member, pupil, ID);
  }

  /** The same at a school of that id, with the same people. */
  public Caller caller(StaffMember member, PupilId pupil, SchoolId at) {
    return new Caller(
        new Person(member.id(), at, member.roles()),
        at,
        pupil,
        around(ID, pupil),
        Locale.forLanguageTag("nl"),
        null,
        SignIn.ORDINARY,
        false);
  }

  @Override
  public Map<SchoolId, SchoolId> mergers() {
    if (mergers == null) {
      throw new HostUnavailable("schools");
    }
    return mergers;
  }

  @Override
  public Surroundings around(SchoolId school, PupilId pupil) {
    PupilCard card =
        pupil.equals(FINN)
            ? new PupilCard(
                FINN,
                "Finn Willemse",
                "Finn",
                LocalDate.of(2016, 1, 15),
                Set.of("7"),
                "groep 7",
                standing)
            : new PupilCard(
                LOTTE, "Lotte Hendriks", "Lotte", bornOn, Set.of("5"), "groep 5", standing);
    Family family =
        new Family(
            List.of(
                new Guardian(ILSE, "Ilse van Dam", Relation.MOTHER, Authority.YES),
                new Guardian(JEROEN, "Jeroen Hendriks", Relation.FATHER, Authority.YES)));
    return new Surroundings(card, family, staff(school), clock.instant());
  }

  @Override
  public SchoolStaff staff(SchoolId school) {
    return new SchoolStaff(
        "De Vlieger",
        Stream.concat(
                Stream.of(ANJA, TIM, NORA, SEM, PETRA, RIK, VERA, GIJS, FEMKE), newcomers.stream())
            .filter(one -> !gone.contains(one.id()))
            .toList());
  }

  /** From that day on Lotte is at the school no more. */
  public void leave(LocalDate day) {
    leftOn = day;
  }

  @Override
  public Optional<LocalDate> leftOn(SchoolId school, PupilId pupil) {
    return Optional.ofNullable(leftOn);
  }

  @Override
  public List<PupilName> pupils(SchoolId school) {
    List<PupilName> all =
        List.of(
            new PupilName(LOTTE, "Lotte Hendriks", "groep 5"),
            new PupilName(FINN, "Finn Willemse", "groep 7"));
    return leftOn == null ? all : all.subList(1, 2);
  }

  @Override
  public Map<PupilId, Set<String>> groups(SchoolId school) {
    return Map.of(LOTTE, Set.of("5"), FINN, Set.of("7"));
  }

  /** The mail addresses that the host says. */
  public final Map<StaffId, String> addresses = new HashMap<>();

  @Override
  public Map<StaffId, String> addresses() {
    return addresses;
  }

  /** Who does not work there any more. */
  public final Set<StaffId> gone = new HashSet<>();

  /** Who works there too. */
  public final List<StaffMember> newcomers = new ArrayList<>();

  /** Who stands in from another school of the board. */
  public @Nullable StaffId standIn;

  @Override
  public boolean standsIn(SchoolId school, StaffId staff) {
    return staff.equals(standIn);
  }

  /** When Lotte was born, as the host says it. */
  public LocalDate bornOn = LocalDate.of(2017, 12, 20);

  /** Whether the pupils are still there. */
  public Standing standing = Standing.PRESENT;

  private @Nullable LocalDate leftOn;

  /** What the host says of kin from now on; null while it cannot be asked. */
  /** A pupil who is enrolled under a registration that the host replaced. */
  public @Nullable PupilId former;

  /** Which schools became part of which; null while the host cannot say. */
  public @Nullable Map<SchoolId, SchoolId> mergers = Map.of();

  public @Nullable Function<PupilId, Kin> kin = Kin::none;

  public Set<Capability> can = Set.of(Capability.GUARDIANS, Capability.PARENTAL_AUTHORITY);

  @Override
  public Kin kin(SchoolId school, PupilId pupil) {
    if (kin == null) {
      throw new HostUnavailable("kin");
    }
    return kin.apply(pupil);
  }

  @Override
  public List<Observation> observations(PupilId pupil, StaffId reader) {
    return reader.equals(ANJA.id()) ? observed : List.of();
  }

  @Override
  public boolean isPupil(SchoolId school, PupilId pupil) {
    return pupil.equals(LOTTE) || pupil.equals(FINN) || pupil.equals(former);
  }

  @Override
  public HostCapabilities capabilities() {
    if (kin == null) {
      throw new HostUnavailable("capabilities");
    }
    return new HostCapabilities(can);
  }

  private static StaffMember member(String login, String name, Role role, @Nullable String group) {
    return new StaffMember(
        new StaffId(id("staff:" + login)),
        name,
        Set.of(role),
        group == null ? Set.of() : Set.of(group));
  }

  /** Documents as plain bytes that name what went into them. */
  public static final class PlainDocuments implements Documents {
    public final List<ReportSheet> reports = new ArrayList<>();
    public final List<ReactionSheet> reactions = new ArrayList<>();
    public final List<ListingSheet> listings = new ArrayList<>();
    private Documents practice = this;

    /** Documents of which those to practise on are made apart. */
    public static PlainDocuments with(PlainDocuments practice) {
      PlainDocuments real = new PlainDocuments();
      real.practice = practice;
      return real;
    }

    @Override
    public byte[] report(ReportSheet sheet) {
      reports.add(sheet);
      return ("report " + sheet.code() + sheet.text()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] reaction(ReactionSheet sheet) {
      reactions.add(sheet);
      return ("reaction " + sheet.guardian()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] listing(ListingSheet sheet) {
      listings.add(sheet);
      return ("listing " + sheet.code() + sheet.title()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Documents toPractise() {
      return practice;
    }

    @Override
    public byte[] joined(List<byte[]> documents) {
      StringBuilder all = new StringBuilder();
      documents.forEach(one -> all.append(new String(one, StandardCharsets.UTF_8)).append('|'));
      return all.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  private static final class Movable extends Clock {
    private Instant now = Instant.parse("2026-02-09T11:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new AssertionError("the school stays where it is");
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
