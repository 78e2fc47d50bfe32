package nl.meldcode.adapter.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster.Standing;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.family.Authority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kin, and what changes at the host. */
class HttpRosterChangesTest {
  private static final SchoolId SCHOOL = new SchoolId(RosterReplies.SCHOOL);
  private static final PupilId LOTTE = PupilId.of(RosterReplies.LOTTE);
  private static final String PUPIL_PATH = "GET /connect/v1/pupils/" + LOTTE;

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final HostHttp http = new HostHttp();
  private HostStub host;
  private HttpRoster roster;

  @BeforeEach
  void begin() throws Exception {
    host = new HostStub();
    RosterReplies.in(host);
    roster =
        new HttpRoster(new HostClient(host.settings(), http, PluginKeys.in(folder), clock), clock);
  }

  @AfterEach
  void end() {
    http.close();
    host.close();
  }

  @Test
  @Covers("P5")
  void kinIsTakenFromBrothersAndSistersAndFromTheAddress() {
    String sister = "99999999-9999-4999-8999-999999999999";
    String neighbour = "99999999-9999-4999-8999-999999999998";
    host.answer(
        PUPIL_PATH + "/siblings",
        HostStub.json(
            200,
            "{\"items\": [{\"pupilId\": \"%s\", \"basis\": \"sharedGuardian\",".formatted(sister)
                + " \"sharedRelationIds\": [\"%s\"]}]}".formatted(RosterReplies.MOTHER)));
    host.answer(
        PUPIL_PATH + "/households",
        HostStub.json(
            200,
            "{\"items\": [{\"id\": \"%s\", \"basis\": \"address\", \"memberIds\": [\"%s\", \"%s\"]}]}"
                .formatted(RosterReplies.GROUP, LOTTE, neighbour)));

    assertThat(roster.kin(SCHOOL, LOTTE).kinds())
        .containsOnly(
            entry(PupilId.of(sister), LinkKind.SAME_HOUSEHOLD),
            entry(PupilId.of(neighbour), LinkKind.POSSIBLE_MATCH));
  }

  @Test
  @Covers({"P6", "A.10"})
  void whoCameInThePupilsPlaceIsKin() {
    String survivor = "99999999-9999-4999-8999-999999999997";
    RosterReplies.capabilities(host, "\"merge\": true");
    String pupil = RosterReplies.pupil(LOTTE.toString());
    String replaced = pupil.replaceFirst("\\{", "{\"replacedById\": \"%s\", ".formatted(survivor));

    host.answer(PUPIL_PATH, HostStub.json(200, replaced.replace("sleeping", "merged")));
    assertThat(roster.kin(SCHOOL, LOTTE).replacements()).containsOnly(PupilId.of(survivor));
    roster.forget();
    host.answer(PUPIL_PATH, HostStub.json(200, replaced));
    assertThat(roster.kin(SCHOOL, LOTTE).replacements()).as("it was undone").isEmpty();
  }

  @Test
  @Covers({"P5", "R04"})
  void aHouseholdOfOthersTiesNobody() {
    host.answer(PUPIL_PATH + "/siblings", HostStub.json(200, "{\"items\": []}"));
    host.answer(
        PUPIL_PATH + "/households",
        HostStub.json(
            200,
            "{\"items\": [{\"id\": \"%s\", \"memberIds\": [\"%s\"]}]}"
                .formatted(RosterReplies.GROUP, RosterReplies.NORA)));

    assertThatThrownBy(() -> roster.kin(SCHOOL, LOTTE)).isInstanceOf(HostUnavailable.class);
  }

  @Test
  @Covers({"A.10", "R10"})
  void aHostThatRefusesToSayKinDoesNotSayThatThereIsNone() {
    host.answer(PUPIL_PATH + "/siblings", HostStub.json(403, "{}"));

    assertThatThrownBy(() -> roster.kin(SCHOOL, LOTTE)).isInstanceOf(HostUnavailable.class);
  }

  @Test
  @Covers({"P6", "C.5"})
  void aPupilIsPresentMergedOrGone() {
    assertThat(roster.around(SCHOOL, LOTTE).pupil().standing()).isEqualTo(Standing.PRESENT);
    assertThat(roster.leftOn(SCHOOL, LOTTE)).isEmpty();
    roster.forget();
    host.answer(
        PUPIL_PATH,
        HostStub.json(200, RosterReplies.pupil(LOTTE.toString()).replace("sleeping", "merged")));
    assertThat(roster.around(SCHOOL, LOTTE).pupil().standing()).isEqualTo(Standing.MERGED);
    roster.forget();
    host.answer(PUPIL_PATH, HostStub.json(200, RosterReplies.pupil(LOTTE.toString())));
    host.answer(
        PUPIL_PATH + "/enrollments",
        HostStub.json(
            200,
            "{\"items\": [{\"schoolId\": \"%s\", \"endDate\": \"2025-07-31\"}]}"
                .formatted(RosterReplies.SCHOOL)));
    assertThat(roster.around(SCHOOL, LOTTE).pupil().standing()).isEqualTo(Standing.LEFT);
    assertThat(roster.leftOn(SCHOOL, LOTTE)).contains(LocalDate.of(2025, 7, 31));
  }

  @Test
  @Covers("S13")
  void whatIsForgottenIsAskedAgainAndKeptForAnOutage() {
    roster.around(SCHOOL, LOTTE);
    roster.forget();
    roster.around(SCHOOL, LOTTE);
    assertThat(host.asked(PUPIL_PATH + "/relations")).hasSize(2);

    roster.forget();
    host.answer(PUPIL_PATH, HostStub.json(503, "{}"));
    assertThat(roster.around(SCHOOL, LOTTE).pupil().givenName()).isEqualTo("Lotte");
  }

  @Test
  @Covers({"P6", "R03"})
  void aSchoolThatBecamePartOfAnotherOfItsBoardLosesItsStaff() {
    String into = "33333333-3333-4333-8333-333333333334";
    assertThat(roster.staff(SCHOOL).members()).hasSize(2);
    host.answer(
        "GET /connect/v1/staff",
        HostStub.json(200, RosterReplies.STAFF.replace(RosterReplies.SCHOOL, into)));

    schools(into, "another board");
    assertThat(roster.mergers()).isEmpty();
    assertThat(roster.staff(SCHOOL).members()).as("so that it is not believed").hasSize(2);

    clock.pass(Duration.ofMinutes(2));
    schools(into, "board");
    assertThat(roster.mergers()).containsExactly(entry(SCHOOL, new SchoolId(into)));
    assertThat(roster.staff(new SchoolId(into)).members()).hasSize(2);
  }

  @Test
  @Covers("A.12.5")
  void careCoordinatorsOfOtherSchoolsOfTheBoardStandInAndTheirTeachersDoNot() {
    String dom = "33333333-3333-4333-8333-333333333334";
    schools(dom, "board");
    SchoolId other = new SchoolId(dom);
    var staff = roster.staff(SCHOOL).members();
    assertThat(staff).extracting(one -> one.roles().contains(Role.IB)).contains(true, false);
    for (var one : staff) {
      assertThat(roster.standsIn(other, one.id())).isEqualTo(one.roles().contains(Role.IB));
      assertThat(roster.standsIn(SCHOOL, one.id())).as("works there").isFalse();
    }
    assertThat(roster.standsIn(other, new StaffId(UUID.randomUUID()))).isFalse();

    clock.pass(Duration.ofMinutes(2));
    schools(dom, "another board");
    for (var one : staff) {
      assertThat(roster.standsIn(other, one.id())).isFalse();
    }
  }

  private void schools(String into, String board) {
    host.answer(
        "GET /connect/v1/schools",
        HostStub.json(
            200,
            """
            {"items": [
              {"id": "%s", "name": "De Vlieger", "boardId": "board", "mergedIntoId": "%s"},
              {"id": "%s", "name": "De Dom", "boardId": "%s"}]}"""
                .formatted(SCHOOL.value(), into, into, board)));
    roster.forget();
  }

  @Test
  @Covers("R03")
  void aSchoolWithoutAnybodyIsNotBelieved() {
    assertThat(roster.staff(SCHOOL).members()).hasSize(2);
    for (String nobody : List.of("/staff", "/schools")) {
      RosterReplies.in(host);
      roster.forget();
      host.answer("GET /connect/v1" + nobody, HostStub.json(200, "{\"items\": []}"));
      assertThat(roster.staff(SCHOOL).members()).as(nobody).hasSize(2);
      clock.pass(Duration.ofSeconds(3));
    }
    RosterReplies.in(host);
    roster.forget();
    assertThat(roster.staff(SCHOOL).members()).hasSize(2);
  }

  /** A host may offer no more than who is at the school. */
  @Test
  @Covers("P6")
  void aHostThatKnowsNoFamiliesIsNotAskedForThem() {
    RosterReplies.capabilities(host, "");
    host.answer(PUPIL_PATH + "/relations", HostStub.json(404, "{}"));
    host.answer(PUPIL_PATH + "/siblings", HostStub.json(404, "{}"));
    host.answer(PUPIL_PATH + "/households", HostStub.json(404, "{}"));

    assertThat(roster.around(SCHOOL, LOTTE).family().guardians()).isEmpty();
    assertThat(roster.kin(SCHOOL, LOTTE).kinds()).isEmpty();
  }

  /** What stands in a field that the host says not to know is no knowledge. */
  @Test
  @Covers({"S3.7", "P6"})
  void authorityOfAHostThatDoesNotKnowItIsUnknown() {
    RosterReplies.capabilities(host, "\"guardians\": true");

    assertThat(roster.around(SCHOOL, LOTTE).family().guardians())
        .isNotEmpty()
        .allMatch(one -> one.authority() == Authority.UNKNOWN);
  }
}
