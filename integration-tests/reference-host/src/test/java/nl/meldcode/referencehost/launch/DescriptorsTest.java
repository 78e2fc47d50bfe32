package nl.meldcode.referencehost.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.launch.PluginTab.Location;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.seed.DemoSchool;
import nl.meldcode.referencehost.store.Roster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DescriptorsTest {
  private static final String TABS =
      """
      {"launchUri": "%s", "tabs": [
        {"key": "log", "group": "Meldcode", "location": "pupil.record", "title": {"nl": "Logboek"}, "order": 9, "requiredHostRoles": ["head"]},
        {"key": "overview", "group": "Meldcode", "location": "pupil.record", "title": {"nl": "Overzicht"}, "order": 1, "requiredHostRoles": ["teacher", "head"]},
        {"key": "nobody", "group": "Meldcode", "location": "pupil.record", "title": {"nl": "Niemand"}, "order": 0},
        {"key": "elsewhere", "group": "Meldcode", "location": "moon", "title": {"nl": "Maan"}, "requiredHostRoles": ["teacher"]}]}""";

  private long nanos = 7;
  private volatile String reply = "";
  private HttpServer server;
  private Descriptors descriptors;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/meldcode/descriptor",
        exchange -> {
          byte[] body = reply.getBytes(UTF_8);
          exchange.sendResponseHeaders(
              body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    descriptors = new Descriptors(base(), () -> nanos);
    reply = TABS.formatted(base() + "/launch");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void staffSeeTheTabsOfTheirRolesInOrder() {
    Descriptor descriptor = descriptors.current().orElseThrow();
    assertThat(descriptor.tabs(Location.PUPIL_RECORD, staff("petra")))
        .extracting(PluginTab::key)
        .containsExactly("overview", "log");
    assertThat(descriptor.tabs(Location.PUPIL_RECORD, staff("anja")))
        .extracting(PluginTab::title)
        .containsExactly("Overzicht");
    assertThat(descriptor.tabs(Location.PUPIL_RECORD, staff("rik"))).isEmpty();
  }

  @Test
  void aPluginThatStopsLosesItsTabsAndGetsThemBack() {
    assertThat(descriptors.current()).isPresent();
    String before = reply;
    reply = "";
    assertThat(descriptors.current()).as("remembered for two seconds").isPresent();
    later();
    assertThat(descriptors.current()).isEmpty();
    reply = before;
    later();
    assertThat(descriptors.current()).isPresent();
  }

  @Test
  void aPluginThatCannotBeReachedHasNoTabs() {
    server.stop(0);
    assertThat(descriptors.current()).isEmpty();
  }

  @Test
  void aLaunchAddressAtAnotherOriginIsNotTaken() {
    reply = TABS.formatted("http://127.0.0.1:1/meldcode/launch");
    assertThat(descriptors.current()).isEmpty();
  }

  @Test
  void whatIsNoDescriptorHasNoTabs() {
    reply = "<html>Welkom</html>";
    assertThat(descriptors.current()).isEmpty();
  }

  private void later() {
    nanos += Duration.ofMillis(2_100).toNanos();
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/meldcode");
  }

  private static Staff staff(String login) {
    return new Roster(DemoSchool.create()).staff(Ids.of("staff", login)).orElseThrow();
  }
}
