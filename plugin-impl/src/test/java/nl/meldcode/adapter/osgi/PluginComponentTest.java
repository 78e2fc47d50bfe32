package nl.meldcode.adapter.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEFAULTS;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.Covers;
import nl.meldcode.adapter.health.CheckCommand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.invocation.InvocationOnMock;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** What a framework sees of the plugin while its configuration is wrong, is right, and changes. */
@Covers("P10")
class PluginComponentTest {
  @TempDir private Path place;
  private final List<Object> services = new ArrayList<>();
  private final Map<String, Object> given = new HashMap<>();
  private final BundleContext bundle = mock(BundleContext.class, this::called);

  @BeforeEach
  void right() {
    given.put("dataDir", place.resolve("data").toString());
    given.put("publicUri", "https://meldcode.example/meldcode");
    given.put("protocol", "onderwijs-2019@1.0.0");
  }

  @Test
  void withFaultsNothingIsThereButACommandThatSaysThem() {
    given.putAll(Map.of("region", "oost", "backupAt", "25:00"));

    PluginComponent plugin = plugin();

    assertThat(services).singleElement().isInstanceOf(CheckCommand.class);
    assertThat(place).isEmptyDirectory();
    assertThat(command().check())
        .startsWith("De plug-in draait niet: 2 fout(en) in de instellingen.\n")
        .contains("region = \"oost\"", "backupAt = \"25:00\"");
    assertThat(command().check("en")).contains("2 fault(s)", "that is no time of the day");
    plugin.stop();
    assertThat(services).isEmpty();
  }

  @Test
  void onceItIsRightItStarts() {
    given.put("region", "oost");
    PluginComponent plugin = plugin();

    given.put("region", "noord");
    plugin.change(given);

    assertThat(services).hasSizeGreaterThan(5);
    assertThat(command().check()).startsWith("De plug-in wacht op een leerlingadministratie");
    plugin.stop();
    assertThat(services).isEmpty();
  }

  @Test
  void aWrongChangeStopsNothing() {
    PluginComponent plugin = plugin();
    List<Object> before = List.copyOf(services);

    given.put("region", "oost");
    plugin.change(given);

    assertThat(services).isEqualTo(before);
    assertThat(command().check()).startsWith("De plug-in wacht op een leerlingadministratie");
    plugin.stop();
  }

  @Test
  void theHourOfBackupsChangesOnTheWayAndTheRegionStartsAnew() {
    PluginComponent plugin = plugin();
    List<Object> before = List.copyOf(services);

    given.put("backupAt", "03:15");
    plugin.change(given);
    assertThat(services).isEqualTo(before);

    given.put("region", "zuid");
    plugin.change(given);
    assertThat(services).hasSameSizeAs(before).isNotEqualTo(before);
    plugin.stop();
    assertThat(services).isEmpty();
  }

  private PluginComponent plugin() {
    return new PluginComponent(bundle, given, null, null, null);
  }

  private CheckCommand command() {
    return services.stream()
        .filter(CheckCommand.class::isInstance)
        .map(CheckCommand.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private @Nullable Object called(InvocationOnMock call) throws Throwable {
    if (call.getMethod().getName().equals("getBundle")) {
      return mock(Bundle.class);
    }
    if (!call.getMethod().getName().equals("registerService")) {
      return RETURNS_DEFAULTS.answer(call);
    }
    Object service = call.getArgument(1);
    services.add(service);
    return mock(
        ServiceRegistration.class,
        one -> {
          if (one.getMethod().getName().equals("unregister")) {
            services.remove(service);
          }
          return RETURNS_DEFAULTS.answer(one);
        });
  }
}
