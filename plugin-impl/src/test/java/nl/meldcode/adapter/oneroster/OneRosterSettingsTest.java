package nl.meldcode.adapter.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.domain.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneRosterSettingsTest {
  private static final SchoolId SCHOOL = new SchoolId("de-vlieger");

  @TempDir private Path folder;

  @Test
  void aSourcedIdMayHoldAnyCharacter() {
    assertThat(Tables.schools(List.of("de-vlieger org 7 = x", " kiek  8 ")))
        .isEqualTo(Map.of(SCHOOL, "org 7 = x", new SchoolId("kiek"), "8"));
    assertThat(Tables.roles(List.of("IB,AF de-vlieger nora@x y"), Set.of(SCHOOL)))
        .isEqualTo(Map.of(SCHOOL, Map.of("nora@x y", Set.of(Role.IB, Role.AF))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de-vlieger", "de-vlieger 8", "another 7"})
  void aLineOfSchoolsThatCannotStandIsRefused(String line) {
    assertThatThrownBy(() -> Tables.schools(List.of("de-vlieger 7", line)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("schools");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "IB", "IB de-vlieger", "XX de-vlieger 5", "IB, de-vlieger 5", "IB kiek 5"})
  void aLineOfRolesThatCannotStandIsRefused(String line) {
    assertThatThrownBy(() -> Tables.roles(List.of(line), Set.of(SCHOOL)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("roles");
    assertThatThrownBy(
            () -> Tables.roles(List.of("IB de-vlieger 5", "AF de-vlieger 5"), Set.of(SCHOOL)))
        .isInstanceOf(StartRefused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://host.example/v1p2, https://host.example/token, true",
    "http://127.0.0.1:8080/v1p2, http://localhost/token, true",
    "http://host.example/v1p2, https://host.example/token, false",
    "https://host.example/v1p2, http://host.example/token, false",
    "file:/etc/passwd, https://host.example/token, false"
  })
  void theSecretGoesOverNoOpenConnection(String base, String token, boolean good) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "x");
    if (good) {
      assertThat(settings("x", base, token, secret).server()).isEqualTo("x");
    } else {
      assertThatThrownBy(() -> settings("x", base, token, secret))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("https");
    }
  }

  @Test
  void withoutNameSecretOrSchoolItDoesNotStart() throws Exception {
    String base = "https://host.example/v1p2";
    Path secret = Files.writeString(folder.resolve("secret"), "x");
    assertThatThrownBy(() -> settings(" ", base, base, secret)).isInstanceOf(StartRefused.class);
    assertThatThrownBy(() -> settings("x", base, base, folder.resolve("none")))
        .isInstanceOf(StartRefused.class);
    assertThatThrownBy(
            () ->
                new OneRosterSettings(
                    "x", URI.create(base), URI.create(base), "id", secret, Map.of(), Map.of()))
        .isInstanceOf(StartRefused.class);
  }

  private static OneRosterSettings settings(String server, String base, String token, Path secret) {
    return new OneRosterSettings(
        server, URI.create(base), URI.create(token), "id", secret, Map.of(SCHOOL, "7"), Map.of());
  }
}
