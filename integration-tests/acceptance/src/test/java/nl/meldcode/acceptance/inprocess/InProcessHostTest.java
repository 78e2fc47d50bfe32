package nl.meldcode.acceptance.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.HostSession.Launch;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class InProcessHostTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LocalDate DAY = LocalDate.of(2026, 2, 2);
  private static final UUID LOTTE = Ids.pupil("lotte");
  private static final String TAB = "/pupils/" + LOTTE + "/tabs/overview";
  private static final String AWAY = "De tabbladen van de meldcode zijn nu even weg.";

  private StartedSchool school;
  private HostSession anja;

  @BeforeAll
  void start() {
    school = StartedSchool.inProcess(DAY, LocalTime.of(9, 0));
    anja = HostSession.signIn(school.site(), "anja");
  }

  @AfterAll
  void stop() {
    school.close();
  }

  /** Only a host that asks before it draws the page can know. */
  @Test
  @Order(1)
  @Covers("S03")
  void aLaunchThatCannotBeJudgedNowIsSaidOnTheHostsOwnPage() {
    school.hostAvailable(false);
    assertThat(anja.page(TAB).expect(200).text())
        .contains("Dit onderdeel is even niet bereikbaar.", "0800-2000")
        .doesNotContain("launch_token", "<iframe");

    school.hostAvailable(true);
    school.goTo(DAY, LocalTime.of(9, 1));
    Await.until("the form", PATIENCE, () -> anja.page(TAB).text().contains("launch_token"));
  }

  @Test
  @Order(2)
  @Covers({"P1", "P6"})
  void aTabOpensAndShowsItsPupil() {
    Tab tab = anja.open(LOTTE);
    assertThat(tab.page().expect(200).text()).contains("data-tab=\"overzicht\"");
    assertThat(tab.call("GET", "/dossier").send().expect(200).text()).contains("Lotte Hendriks");
  }

  @Test
  @Order(3)
  @Covers({"S01", "S02", "S06"})
  void aLaunchIsGoodForOncePostedFromTheHostsPage() {
    Launch launch = anja.launch(LOTTE);
    for (int i = 0; i < 2; i++) {
      assertThat(school.launchInProcess(launch.token()).expect(200).json().path("fields"))
          .as("asking uses nothing up")
          .hasSize(1);
    }
    Call elsewhere =
        Call.post(launch.action())
            .header("Origin", "https://evil.example")
            .header("Sec-Fetch-Dest", "iframe")
            .form(Map.of("launch_token", launch.token()));
    assertThat(elsewhere.send().status()).isEqualTo(401);

    assertThat(Tab.post(school.site(), launch).status()).isEqualTo(303);

    assertThat(Tab.post(school.site(), launch).status()).isEqualTo(401);
    assertThat(why(launch.token())).isEqualTo("USED");
    int signature = launch.token().lastIndexOf('.');
    assertThat(why(launch.token().substring(0, signature) + ".AAAA")).isEqualTo("INVALID");
  }

  @Test
  @Order(4)
  @Covers("P6")
  void theDescriptorIsTheOneOverHttp() {
    assertThat(school.descriptorInProcess().expect(200).json())
        .isEqualTo(Call.get(school.site().plugin("/descriptor")).send().expect(200).json());
  }

  /** At once: a host that asks over HTTP remembers the tabs for two seconds. */
  @Test
  @Order(5)
  @Covers({"R12", "P6"})
  void theTabsGoWithThePluginAndComeBackWithIt() {
    assertThat(anja.pluginTab(LOTTE)).hasValue(TAB);

    school.bundle("nl.meldcode", "stop");
    assertThat(anja.pluginTab(LOTTE)).isEmpty();
    assertThat(anja.page("/pupils/" + LOTTE).expect(200).text()).contains(AWAY);
    assertThat(anja.page(TAB).expect(503).text()).contains(AWAY);
    assertThat(school.descriptorInProcess().status()).isEqualTo(404);

    school.bundle("nl.meldcode", "start");
    Await.until("the tab is back", PATIENCE, () -> anja.pluginTab(LOTTE).isPresent());
    assertThat(anja.page("/pupils/" + LOTTE).expect(200).text()).doesNotContain(AWAY);
    assertThat(anja.open(LOTTE).page().status()).isEqualTo(200);
  }

  private String why(String token) {
    return school.launchInProcess(token).expect(200).json().path("why").asText();
  }
}
