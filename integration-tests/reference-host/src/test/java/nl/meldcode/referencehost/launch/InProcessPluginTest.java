package nl.meldcode.referencehost.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meldcode.api.LaunchAnswer;
import nl.meldcode.api.LaunchRefusal;
import nl.meldcode.api.PluginDescriptor;
import nl.meldcode.api.PluginDescriptor.OfferedTab;
import nl.meldcode.api.PluginTabs;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.launch.PluginLink.Opening;
import nl.meldcode.referencehost.launch.PluginTab.Location;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.seed.DemoSchool;
import nl.meldcode.referencehost.store.Roster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InProcessPluginTest {
  private static final URI BASE = URI.create("http://127.0.0.1:8080/meldcode");
  private static final URI LAUNCH = URI.create(BASE + "/launch");
  private static final Descriptor DESCRIPTOR = new Descriptor(LAUNCH, List.of());

  private final Registry registry = new Registry();
  private final PluginLink link = new InProcessPlugin(registry.context(), BASE);

  @AfterEach
  void nothingIsKept() {
    assertThat(registry.inUse()).isZero();
  }

  @Test
  void theTabsGoAndComeWithTheServiceWhichIsNeverKept() {
    assertThat(link.current()).isEmpty();

    comes(new Tabs(LAUNCH, new LaunchAnswer.Refused(LaunchRefusal.USED)));
    assertThat(link.current().orElseThrow().launchUri()).isEqualTo(LAUNCH);

    registry.goes();
    assertThat(link.current()).isEmpty();
    assertThat(refusal("token")).contains("even niet bereikbaar");

    comes(new Tabs(LAUNCH, new LaunchAnswer.Refused(LaunchRefusal.USED)));
    assertThat(link.current()).isPresent();
  }

  @Test
  void aServiceThatGoesBetweenFindingAndAskingIsAway() {
    comes(new Tabs(LAUNCH, new LaunchAnswer.Refused(LaunchRefusal.USED)));
    registry.goesOnceFound();
    assertThat(link.current()).isEmpty();
  }

  @Test
  void staffSeeTheTabsOfTheirRolesAsOverHttp() {
    comes(new Tabs(LAUNCH, new LaunchAnswer.Refused(LaunchRefusal.USED)));
    Descriptor descriptor = link.current().orElseThrow();
    assertThat(descriptor.tabs(Location.PUPIL_RECORD, staff("anja")))
        .containsExactly(
            new PluginTab(
                "overview", "Meldcode", Location.PUPIL_RECORD, "Overzicht", 1, Set.of("teacher")));
    assertThat(descriptor.tabs(Location.PUPIL_RECORD, staff("rik"))).isEmpty();
  }

  @Test
  void aPluginWhosePagesAreElsewhereIsNotTaken() {
    comes(
        new Tabs(
            URI.create("http://127.0.0.1:1/meldcode/launch"),
            new LaunchAnswer.Refused(LaunchRefusal.USED)));
    assertThat(link.current()).isEmpty();
  }

  @Test
  void whatThePluginAcceptsIsPostedAsItSays() {
    comes(new Tabs(LAUNCH, new LaunchAnswer.Form(LAUNCH, Map.of("a_field", "a_value"))));
    Opening opening = link.open(DESCRIPTOR, "token");
    assertThat(opening).isEqualTo(new Opening.Form(LAUNCH, Map.of("a_field", "a_value")));
    assertThat(opening.toString()).doesNotContain("a_value");
  }

  @ParameterizedTest
  @EnumSource(LaunchRefusal.class)
  void eachRefusalHasItsDutchLineWithoutTheToken(LaunchRefusal why) {
    comes(new Tabs(LAUNCH, new LaunchAnswer.Refused(why)));
    String expected =
        switch (why) {
          case INVALID -> "kon niet open";
          case USED -> "al geopend";
          case UNKNOWN_STAFF -> "niet als medewerker";
          case UNAVAILABLE -> "even niet bereikbaar";
        };
    assertThat(refusal("ey.secret.token")).contains(expected).doesNotContain("secret");
  }

  private String refusal(String token) {
    return ((Opening.Refused) link.open(DESCRIPTOR, token)).why();
  }

  private void comes(PluginTabs tabs) {
    registry.comes(tabs);
  }

  private static Staff staff(String login) {
    return new Roster(DemoSchool.create()).staff(Ids.of("staff", login)).orElseThrow();
  }

  /** A plugin with one tab for teachers and one in a place that this host does not have. */
  private record Tabs(URI launchUri, LaunchAnswer answer) implements PluginTabs {
    @Override
    public PluginDescriptor descriptor() {
      return new PluginDescriptor(
          "nl.meldcode",
          Map.of("nl", "Meldcode"),
          "1.0.0",
          List.of("1.0"),
          launchUri,
          URI.create(BASE + "/jwks.json"),
          URI.create(BASE + "/events"),
          List.of(),
          List.of(tab("overview", "pupil.record"), tab("elsewhere", "moon")),
          List.of());
    }

    @Override
    public LaunchAnswer launch(String launchToken) {
      return answer;
    }

    private static OfferedTab tab(String key, String location) {
      return new OfferedTab(
          key,
          "Meldcode",
          location,
          Map.of("nl", "Overzicht"),
          "/tabs/{context}/overzicht",
          1,
          List.of("teacher"),
          "newWindow");
    }
  }
}
