package nl.meldcode.referencehost.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.meldcode.referencehost.Exchange;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.Settings;
import nl.meldcode.referencehost.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine's token alone does not read where a hidden family lives (host-connect 6.8). */
class SecretAddressesTest {
  private static final String SCOPE = "connect.address.secret";
  private static final String HIDDEN = "/v1/pupils/" + Ids.of("pupil", "yara") + "/households";

  @TempDir Path folder;

  @Test
  void theScopeIsRefusedWhereTheSchoolDidNotSwitchItOn() {
    try (Plugin plugin = new Plugin(folder)) {
      Exchange refused =
          plugin.send(plugin.tokenRequest(plugin.assertion()).parameter("scope", SCOPE));

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json().path("error").asText()).isEqualTo("invalid_scope");
    }
  }

  @Test
  void whereItIsOnOnlyWhoAsksForItByNameReadsThem() {
    Settings on = TestSettings.withSecretAddresses(folder);
    try (Plugin plugin = new Plugin(folder, on)) {
      assertThat(address(plugin, plugin.token())).isFalse();
      assertThat(address(plugin, token(plugin, "connect.relation.read"))).isFalse();
      assertThat(address(plugin, token(plugin, "connect.relation.read " + SCOPE))).isTrue();
    }
  }

  private static String token(Plugin plugin, String scopes) {
    return plugin
        .send(plugin.tokenRequest(plugin.assertion()).parameter("scope", scopes))
        .json()
        .path("access_token")
        .asText();
  }

  private static boolean address(Plugin plugin, String token) {
    Exchange reply =
        plugin.send(Exchange.of("GET", HIDDEN).header("Authorization", "Bearer " + token));
    assertThat(reply.status()).isEqualTo(200);
    return reply.json().path("items").path(0).has("address");
  }
}
