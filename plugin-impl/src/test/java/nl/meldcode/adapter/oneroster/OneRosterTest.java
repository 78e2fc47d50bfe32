package nl.meldcode.adapter.oneroster;

import static nl.meldcode.adapter.oneroster.OneRosterDesk.LOTTE;
import static nl.meldcode.adapter.oneroster.OneRosterDesk.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.meldcode.Covers;
import nl.meldcode.adapter.host.HostStub;
import nl.meldcode.adapter.host.HostStub.Asked;
import nl.meldcode.adapter.protocol.ShippedCalendars;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.InMemoryDossiers;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Guardian;
import nl.meldcode.domain.family.Relation;
import nl.meldcode.domain.protocol.AuthorityKnown;
import nl.meldcode.domain.protocol.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What OneRoster says, and what it cannot say, in the plugin's own words. */
class OneRosterTest {
  private static final OneRosterIds IDS = new OneRosterIds("testbestuur");

  @TempDir private Path folder;
  private OneRosterDesk desk;

  @BeforeEach
  void begin() throws Exception {
    desk = new OneRosterDesk(folder);
  }

  @AfterEach
  void end() {
    desk.close();
  }

  @Test
  @Covers("P6")
  void guardiansComeThroughAgentsWithoutRelationOrAuthority() {
    assertThat(family().guardians())
        .containsExactly(
            guardian(RosterRows.ILSE, "Ilse van Dam"),
            guardian(RosterRows.VERA, "Vera Hof"),
            guardian(RosterRows.UNKNOWN, "?"));
  }

  @Test
  @Covers("P5")
  void whoeverHasAGuardianInCommonIsKin() {
    desk.server.put(
        "users",
        "4712",
        RosterRows.user("Iris", "Ver", "student", RosterRows.ORG)
            + ", 'agents': [{'sourcedId': '"
            + RosterRows.ILSE
            + "'}, {'sourcedId': '"
            + RosterRows.ANJA
            + "'}]");

    assertThat(desk.roster.kin(SCHOOL, LOTTE).kinds().values())
        .containsExactly(LinkKind.SAME_HOUSEHOLD);
    assertThat(desk.roster.kin(SCHOOL, LOTTE).ties()).hasSize(1);
  }

  @Test
  @Covers("S3.7")
  void unknownAuthorityIsAFindingForEachGuardian() {
    InMemoryDossiers dossiers = new InMemoryDossiers();
    dossiers.append(NewEntries.at("99AA").signal("x"));
    Facts facts =
        new Facts(
            dossiers.all().get(0),
            family(),
            new ShippedCalendars(Map.of(), "midden").of(SCHOOL),
            desk.roster.around(SCHOOL, LOTTE).pupil().birthDate(),
            Set.of());

    assertThat(family().settled()).isFalse();
    assertThat(new AuthorityKnown().lacks(facts)).hasSize(3);
  }

  @Test
  void classesAreThoseThatRunNow() {
    assertThat(desk.roster.around(SCHOOL, LOTTE).pupil().groups())
        .containsExactlyInAnyOrder("c5a", "reading");
  }

  @Test
  void staffHaveTheRolesOfOneRosterAndOfTheTable() {
    assertThat(desk.roster.staff(SCHOOL).members())
        .containsExactly(
            member(RosterRows.ANJA, "Anja Post", Set.of(Role.LK), Set.of("c5a")),
            member("b-1", "Bo Raad", Set.of(Role.BOARD), Set.of()),
            member(RosterRows.NORA, "Nora Kuiper", Set.of(Role.IB, Role.AF), Set.of()),
            member("t-rik", "Rik Dal", Set.of(Role.DIR), Set.of()));
  }

  @Test
  @Covers("R04")
  void pupilsOfOtherSchoolsAreNotKnown() {
    assertThat(desk.roster.pupils(SCHOOL)).hasSize(1);
    assertThat(desk.roster.isPupil(SCHOOL, IDS.pupil("away-1"))).isFalse();
    assertThatThrownBy(() -> desk.roster.around(SCHOOL, IDS.pupil("away-1")))
        .isInstanceOf(HostUnavailable.class);
  }

  @Test
  @Covers("R04")
  void whoIsNoPupilIsNotShownAsOne() {
    desk.server.put("demographics", RosterRows.ANJA, "'birthDate': '1980-01-01'");

    assertThat(desk.roster.isPupil(SCHOOL, IDS.pupil(RosterRows.ANJA))).isFalse();
    assertThatThrownBy(() -> desk.roster.around(SCHOOL, IDS.pupil(RosterRows.ANJA)))
        .isInstanceOf(HostUnavailable.class)
        .hasMessage("ROSTER: no pupil of that school");
  }

  @Test
  @Covers("R04")
  void twoPeopleUnderOneIdAreNobody() {
    String id = "0f0e0d0c-0b0a-4908-8706-050403020100";
    desk.server.put("users", id, RosterRows.user("Een", "Kind", "student", RosterRows.ORG));
    String shouted = id.toUpperCase(Locale.ROOT);
    desk.server.put("users", shouted, RosterRows.user("Ander", "Kind", "student", RosterRows.ORG));

    assertThat(desk.roster.isPupil(SCHOOL, IDS.pupil(id))).isFalse();
    assertThat(desk.roster.isPupil(SCHOOL, LOTTE)).isTrue();
  }

  @Test
  void onlyWhatIsReadIsAskedFor() {
    desk.roster.around(SCHOOL, LOTTE);

    assertThat(desk.server.asked("demographics", "&fields=sourcedId,status,birthDate"))
        .isEqualTo(desk.server.asked("demographics", ""));
    assertThat(desk.host.asked())
        .extracting(Asked::line)
        .noneMatch(line -> line.matches(".*(sex|password|email|phone|american|race).*"));
  }

  @Test
  void withoutTheScopeForBirthDatesTheRestStillWorks() {
    desk.host.answer(
        "GET " + RosterServer.BASE + "/demographics", asked -> RosterServer.statusInfo(403));

    assertThat(desk.roster.pupils(SCHOOL)).hasSize(1);
    assertThat(desk.roster.isPupil(SCHOOL, LOTTE)).isTrue();
    assertThatThrownBy(() -> desk.roster.around(SCHOOL, LOTTE))
        .isInstanceOf(HostUnavailable.class)
        .hasMessage("demographics: no birth date");
  }

  @Test
  void birthDatesThatAreOlderThanTheRestTellTheirAge() {
    Instant first = desk.roster.around(SCHOOL, LOTTE).asOf();
    desk.host.answer(
        "GET " + RosterServer.BASE + "/demographics", asked -> RosterServer.statusInfo(403));
    desk.minuteLater();
    assertThat(desk.roster.around(SCHOOL, LOTTE).asOf()).isEqualTo(first);

    desk.clock.pass(Duration.ofHours(12));
    assertThat(desk.roster.isPupil(SCHOOL, LOTTE)).isTrue();
    assertThatThrownBy(() -> desk.roster.around(SCHOOL, LOTTE)).hasMessage("ROSTER: too old");
  }

  @Test
  @Covers("S18")
  void theTokenIsAskedWithClientCredentialsAndTheScopesOfOneRoster() throws Exception {
    desk.roster.staff(SCHOOL);

    Asked asked = desk.host.asked("POST /oauth/token").get(0);
    String basic = "Basic " + base64("meld+code:s3cr%3At+%25");
    assertThat(asked.headers()).containsEntry("Authorization", basic);
    assertThat(asked.body())
        .contains("grant_type=client_credentials")
        .contains("scope%2Froster-core.readonly")
        .contains("scope%2Froster.readonly")
        .contains("scope%2Froster-demographics.readonly");
    assertThat(desk.settings().toString()).doesNotContain("s3cr").doesNotContain("secret");

    Files.delete(desk.secret);
    desk.host.answer("POST /oauth/token", HostStub.json(200, "{}"));
    desk.clock.pass(Duration.ofMinutes(6));
    assertThat(desk.roster.staff(SCHOOL).members()).hasSize(4);
    assertThat(desk.host.asked("POST /oauth/token")).hasSize(1);
  }

  @Test
  void aNoIsNotShownFromMemory() {
    desk.roster.around(SCHOOL, LOTTE);
    desk.host.answerAll(asked -> RosterServer.statusInfo(403));
    desk.minuteLater();

    assertThatThrownBy(() -> desk.roster.around(SCHOOL, LOTTE)).isInstanceOf(HostUnavailable.class);
  }

  private Family family() {
    return desk.roster.around(SCHOOL, LOTTE).family();
  }

  private static Guardian guardian(String id, String name) {
    return new Guardian(IDS.person(id), name, Relation.OTHER, Authority.UNKNOWN);
  }

  private static StaffMember member(String id, String name, Set<Role> roles, Set<String> groups) {
    return new StaffMember(IDS.staff(id), name, roles, groups);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
