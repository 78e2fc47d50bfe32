package nl.meldcode.referencehost;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;

/** Settings as an administrator would give them. */
public final class TestSettings {
  private TestSettings() {}

  /** A demo host with its files in this folder and its test switches on. */
  public static Settings in(Path folder) {
    return with(Map.of("dataDir", folder.toString(), "testSwitches", true));
  }

  /** The same at a school that lets the plugin ask for secret addresses. */
  public static Settings withSecretAddresses(Path folder) {
    return with(
        Map.of("dataDir", folder.toString(), "testSwitches", true, "secretAddresses", true));
  }

  /** What is not given here is the default. */
  static Settings with(Map<String, Object> values) {
    Object config =
        Proxy.newProxyInstance(
            HostConfig.class.getClassLoader(),
            new Class<?>[] {HostConfig.class},
            (self, property, arguments) ->
                values.getOrDefault(property.getName(), property.getDefaultValue()));
    return Settings.of((HostConfig) config);
  }
}
