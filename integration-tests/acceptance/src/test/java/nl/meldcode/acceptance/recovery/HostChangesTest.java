package nl.meldcode.acceptance.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What changes at the host is seen without anybody looking for it, long before the minute is over
 * after which the plugin would ask again by itself.
 */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class HostChangesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final UUID NOOR = Ids.pupil("noor");
  private static final UUID GIJS = Ids.pupil("gijs");

  private StartedSchool school;
  private Tab noor;
  private Tab gijs;

  @BeforeAll
  void start() {
    school = StartedSchool.at(DAY, LocalTime.of(9, 0));
    noor = school.tab("nora", "noor");
    gijs = school.tab("nora", "gijs");
    noor.record(Forms.opening(DAY));
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @Test
  @Order(1)
  @Covers({"P5", "A.10"})
  void aBrotherAndASisterFindEachOther() {
    assertThat(links(noor)).isEmpty();
    gijs.record(Forms.opening(DAY));

    await("the link", () -> links(noor).equals(List.of("SAME_HOUSEHOLD CONFIRMED Gijs Verbeek")));
    assertThat(links(gijs)).containsExactly("SAME_HOUSEHOLD CONFIRMED Noor Verbeek");
  }

  @Test
  @Order(2)
  @Covers("A.10")
  void aTeacherLearnsNothingOfIt() {
    Tab teacher = school.tab("anja", "lotte");
    teacher.call("GET", "/links").send().expect(404);
  }

  @Test
  @Order(3)
  @Covers({"A.10", "P5"})
  void aFamilyThatFellApartIsShownAsSuch() {
    for (String parent : List.of("wendy-kok", "mark-verbeek")) {
      school.hostChanges(
          "{\"change\": \"guardianEnded\", \"pupilId\": \"%s\", \"personId\": \"%s\"}"
              .formatted(GIJS, Ids.person(parent)));
    }
    school.hostChanges(
        "{\"change\": \"household\", \"householdId\": \"%s\", \"memberIds\": [\"%s\"]}"
            .formatted(household(), NOOR));

    await("the end", () -> links(noor).equals(List.of("SAME_HOUSEHOLD ENDED Gijs Verbeek")));
  }

  @Test
  @Order(4)
  @Covers({"S3.7", "S13"})
  void anAuthorityThatWasLostIsKnownAtOnce() {
    UUID mark = Ids.person("mark-verbeek");
    assertThat(authority(mark)).isEqualTo("YES");

    school.hostChanges(
        "{\"change\": \"authority\", \"pupilId\": \"%s\", \"personId\": \"%s\", \"parentalAuthority\": \"no\"}"
            .formatted(NOOR, mark));

    await("the authority", () -> authority(mark).equals("NO"));
  }

  @Test
  @Order(5)
  @Covers("S13")
  void whoLeavesTheSchoolIsOut() {
    Tab sem = school.tab("sem", "noor");
    sem.dossier();

    school.hostChanges(
        "{\"change\": \"staffLeft\", \"staffId\": \"%s\"}".formatted(Ids.staff("sem")));

    await("the end of it", () -> sem.call("GET", "/dossier").send().status() == 401);
  }

  @Test
  @Order(6)
  @Covers("P6")
  void whoWasMergedOrLeftKeepsTheDossierAndAPersonDecides() {
    assertThat(standing()).isEqualTo("PRESENT");
    school.hostChanges(
        "{\"change\": \"merged\", \"pupilId\": \"%s\", \"survivorId\": \"%s\"}"
            .formatted(NOOR, GIJS));
    await("the merge", () -> standing().equals("MERGED"));
    assertThat(gijs.dossier().entries("DossierOpened")).hasSize(1);
    await("the proposal", () -> links(gijs).contains("SAME_PUPIL PROPOSED Noor Verbeek"));

    school.hostChanges("{\"change\": \"split\", \"pupilId\": \"%s\"}".formatted(NOOR));
    await("the split", () -> standing().equals("PRESENT"));
    await("its end", () -> links(noor).contains("SAME_PUPIL ENDED Gijs Verbeek"));
    assertThat(links(gijs)).noneMatch(one -> one.startsWith("SAME_PUPIL"));

    school.hostChanges("{\"change\": \"left\", \"pupilId\": \"%s\"}".formatted(NOOR));
    await("the leaving", () -> standing().equals("LEFT"));
    assertThat(noor.dossier().entries("DossierOpened")).hasSize(1);
  }

  @Test
  @Order(7)
  @Covers({"P6", "R04", "A.12.10"})
  void whoCameInThePlaceOfAnotherGetsTheDossierOnceAPersonSaysSo() {
    Tab mila = school.tab("nora", "mila");
    mila.record(Forms.opening(DAY));
    school.hostChanges(
        "{\"change\": \"merged\", \"pupilId\": \"%s\", \"survivorId\": \"%s\"}"
            .formatted(Ids.pupil("mila"), Ids.pupil("lieke")));
    Tab lieke = school.tab("nora", "lieke");
    await("the question", () -> lieke.dossier().root().path("asked").asBoolean());
    assertThat(lieke.dossier().root().path("dossier").isNull()).isTrue();
    String signal = Forms.signal(DAY, "Moe.");
    lieke.record(signal);
    String own = lieke.dossier().root().path("dossier").path("id").asText();
    String other = links(lieke, "SAME_PUPIL").path("other").asText();

    lieke.record(
        """
        {"kind": "LinkDecision", "other": "%s", "link": "SAME_PUPIL", "choice": "CONFIRMED",
         "reason": "Zelfde kind."}"""
            .formatted(other));

    assertThat(lieke.dossier().root().path("asked").asBoolean()).isFalse();
    assertThat(lieke.dossier().entries("DossierOpened")).as("the one that runs").hasSize(1);
    Tab itsOwn = lieke.choosing(own);
    assertThat(itsOwn.dossier().entries("Signal")).hasSize(1);
    lieke.record(signal);
    assertThat(lieke.dossier().entries("Signal")).hasSize(1);
    lieke.call("POST", "/dossiers/" + UUID.randomUUID()).send().expect(404);
  }

  @Test
  @Order(8)
  @Covers({"P6", "R10"})
  void aSchoolThatGoesOnAsPartOfAnotherTakesItsDossiersAlong() {
    Tab before = school.tab("nora", "lieke");
    String dossier = before.dossier().root().path("dossier").path("id").asText();
    school.hostChanges(
        "{\"change\": \"schoolMerged\", \"intoId\": \"%s\", \"name\": \"De Dom\"}"
            .formatted(UUID.randomUUID()));

    await("the staff of the new school", () -> status("nora", "lieke") == 200);
    Tab after = school.tab("nora", "lieke");
    await("the dossier", () -> id(after).equals(dossier));
    after.record(Forms.signal(DAY, "Weer moe."));
    assertThat(after.dossier().entries("Signal")).hasSize(2);
    assertThat(before.dossier().entries("Signal")).as("in the tab that was open").hasSize(2);

    school.stop();
    school.start();
    Tab restarted = school.tab("nora", "lieke");
    await("the dossier after a restart", () -> id(restarted).equals(dossier));
  }

  private int status(String login, String pupil) {
    return school.tab(login, pupil).call("GET", "/dossier").send().status();
  }

  private static String id(Tab tab) {
    return tab.dossier().root().path("dossier").path("id").asText();
  }

  private static JsonNode links(Tab tab, String kind) {
    for (JsonNode one : tab.call("GET", "/links").send().expect(200).json()) {
      if (one.path("link").asText().equals(kind)) {
        return one;
      }
    }
    throw new AssertionError("no link " + kind);
  }

  private String standing() {
    return noor.dossier().root().path("pupil").path("standing").asText();
  }

  private UUID household() {
    return Ids.household(4);
  }

  private String authority(UUID person) {
    for (var one : noor.dossier().root().path("guardians")) {
      if (one.path("id").asText().equals(person.toString())) {
        return one.path("authority").asText();
      }
    }
    return "";
  }

  private static List<String> links(Tab tab) {
    List<String> all = new ArrayList<>();
    tab.call("GET", "/links")
        .send()
        .expect(200)
        .json()
        .forEach(
            one ->
                all.add(
                    one.path("link").asText()
                        + " "
                        + one.path("state").asText()
                        + " "
                        + one.path("name").asText()));
    return all;
  }

  private static void await(String what, BooleanSupplier condition) {
    Await.until(what, PATIENCE, condition);
  }
}
