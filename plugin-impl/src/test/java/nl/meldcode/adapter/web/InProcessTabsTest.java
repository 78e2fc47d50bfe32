package nl.meldcode.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.meldcode.Covers;
import nl.meldcode.api.LaunchAnswer;
import nl.meldcode.api.LaunchRefusal;
import nl.meldcode.api.PluginDescriptor;
import nl.meldcode.api.PluginTabs;
import nl.meldcode.application.port.AccessLog;
import nl.meldcode.application.port.AccessLog.What;
import org.junit.jupiter.api.Test;

class InProcessTabsTest {
  private final Desk desk = new Desk();
  private final PluginTabs tabs = new InProcessTabs(Descriptor.of(Desk.SETTINGS), desk.launches);

  @Test
  @Covers("P1")
  void theFormOpensTheTabOnceAndFromTheHostsPageOnly() throws IOException, ServletException {
    LaunchAnswer.Form form = form("parents");
    assertThat(form.action()).hasToString("http://127.0.0.1:8080/school/meldcode/launch");

    assertThat(post(form, "https://evil.example").status()).isEqualTo(401);
    Exchange opened = post(form, Desk.HOST);
    assertThat(opened.status()).isEqualTo(303);
    assertThat(opened.sent("Location")).contains("/ouders?").doesNotContain("parents");
    assertThat(post(form, Desk.HOST).status()).isEqualTo(401);
  }

  @Test
  @Covers("S02")
  void askingGivesTheBrowserNothing() {
    form("parents");
    form("parents");
    assertThat(desk.log.events()).as("no launch yet").isEmpty();
  }

  @Test
  @Covers({"S01", "S02"})
  void everyRefusalHasItsReasonAndItsLineInTheLog() throws IOException, ServletException {
    assertThat(tabs.launch("forged")).isEqualTo(refused(LaunchRefusal.INVALID));
    post(form("parents"), Desk.HOST);
    assertThat(tabs.launch("parents")).isEqualTo(refused(LaunchRefusal.USED));
    assertThat(tabs.launch("down")).isEqualTo(refused(LaunchRefusal.UNAVAILABLE));
    assertThat(desk.log.events())
        .extracting(AccessLog.Event::what)
        .containsExactly(What.LAUNCH_REFUSED, What.LAUNCH, What.LAUNCH_REFUSED);

    desk.log.breakDown();
    assertThat(tabs.launch("forged")).isEqualTo(refused(LaunchRefusal.UNAVAILABLE));
  }

  @Test
  @Covers("S22")
  void whatPrintsAFormShowsNoToken() {
    assertThat(form("parents")).hasToString("Form[http://127.0.0.1:8080/school/meldcode/launch]");
  }

  @Test
  @Covers("P6")
  void theDescriptorIsTheOneThatIsServed() throws IOException {
    PluginDescriptor given = tabs.descriptor();
    JsonNode served = new JsonMapper().readTree(Descriptor.json(Descriptor.of(Desk.SETTINGS)));
    List<String> members = new ArrayList<>();
    served.fieldNames().forEachRemaining(members::add);
    assertThat(members)
        .containsExactly(
            "key",
            "name",
            "version",
            "contractVersions",
            "launchUri",
            "jwksUri",
            "eventsUri",
            "scopes",
            "tabs",
            "events");
    assertThat(served.path("launchUri").asText()).isEqualTo(given.launchUri().toString());
    assertThat(served.path("tabs")).hasSameSizeAs(given.tabs());
    PluginDescriptor.OfferedTab first = given.tabs().get(0);
    assertThat(served.path("tabs").path(0))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"key": "overview", "group": "Meldcode", "location": "pupil.record",
                     "title": {"nl": "Overzicht", "en": "Overview"}, "path": "/tabs/{context}/overzicht", "order": 1,
                     "requiredHostRoles": ["teacher", "behaviourSpecialist", "careCoordinator", "safeguardingOfficer", "head"],
                     "fallback": "newWindow"}"""));
    assertThat(first.title()).isEqualTo(Map.of("nl", "Overzicht", "en", "Overview"));
  }

  private LaunchAnswer.Form form(String token) {
    return (LaunchAnswer.Form) tabs.launch(token);
  }

  private static LaunchAnswer refused(LaunchRefusal why) {
    return new LaunchAnswer.Refused(why);
  }

  private Exchange post(LaunchAnswer.Form form, String origin)
      throws IOException, ServletException {
    Exchange post =
        new Exchange("POST", null).header("Origin", origin).header("Sec-Fetch-Dest", "iframe");
    form.fields().forEach(post::field);
    return post.with(desk.launch);
  }
}
