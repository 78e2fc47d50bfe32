package nl.meldcode.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Scenario E14: a teacher suspects somebody who works at the school. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgainstStaffTest {
  private StartedSchool school;

  @BeforeAll
  void start() {
    school = StartedSchool.at(LocalDate.of(2026, 3, 12), LocalTime.of(14, 0));
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @Test
  @Covers("O11")
  void onlyTheWriterAndTheBoardSeeThatSomebodyWentThereAndNoDossierTellsOfIt() {
    Tab anja = school.tab("anja", "lotte");
    UUID key = UUID.randomUUID();
    refer(anja, key).expect(201);
    refer(anja, key).expect(201);

    assertThat(referrals(anja).findValuesAsText("writer")).containsExactly("Anja Post");
    for (String login : List.of("petra", "nora", "sem")) {
      assertThat(referrals(school.tab(login, "lotte"))).as(login).isEmpty();
    }
    JsonNode register = referrals(board());
    assertThat(register.findValuesAsText("writer")).containsExactly("Anja Post");
    assertThat(register.findValuesAsText("recordedAt").get(0)).startsWith("2026-03-12T13:00");
    for (String login : List.of("anja", "petra")) {
      JsonNode page = school.tab(login, "lotte").dossier().root();
      assertThat(page.path("dossier").isNull()).as("no dossier for " + login).isTrue();
      assertThat(page.path("own")).isEmpty();
    }
  }

  @Test
  @Covers("O11")
  void theRegisterIsOfferedToTheBoardAloneAndTheBoardSeesNoPupil() {
    assertThat(HostSession.signIn(school.site(), "vera").schoolTabs())
        .containsExactly("/tabs/school");
    assertThat(HostSession.signIn(school.site(), "anja").schoolTabs())
        .containsExactly("/tabs/work-list");
    assertThat(HostSession.signIn(school.site(), "nora").schoolTabs())
        .containsExactly("/tabs/work-list", "/tabs/figures");
    for (String login : List.of("sem", "petra", "rik")) {
      assertThat(HostSession.signIn(school.site(), login).schoolTabs())
          .as(login)
          .contains("/tabs/lists")
          .doesNotContain("/tabs/school");
    }
    board().call("GET", "/lists").send().expect(404);
    board().call("GET", "/dossier").send().expect(401);
    board().call("GET", "/pupils").send().expect(401);
    board().call("GET", "/drafts/Signal").send().expect(401);
  }

  @Test
  void aReferralNeedsAKeyAndIsSentFromThePluginsOwnPage() {
    Tab anja = school.tab("anja", "eva");
    anja.call("POST", "/referrals").send().expect(400);
    anja.bare("POST", "/referrals")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("Origin", "https://elsewhere.example")
        .send()
        .expect(403);
    assertThat(referrals(school.tab("nora", "eva"))).isEmpty();
  }

  private Tab board() {
    return HostSession.signIn(school.site(), "vera").openSchoolTab();
  }

  private static Answer refer(Tab tab, UUID key) {
    return tab.call("POST", "/referrals").header("Idempotency-Key", key.toString()).send();
  }

  private static JsonNode referrals(Tab tab) {
    return tab.call("GET", "/referrals").send().expect(200).json().path("referrals");
  }
}
