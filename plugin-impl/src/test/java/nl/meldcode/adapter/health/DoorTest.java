package nl.meldcode.adapter.health;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.meldcode.Covers;
import nl.meldcode.adapter.health.HealthRegistration.Doors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask for figures. */
@Covers("P11")
class DoorTest {
  @TempDir private Path place;

  @Test
  void whoAsksOnThisMachineMay() {
    assertThat(Door.isLocal(from("127.0.0.1"))).isTrue();
    assertThat(Door.isLocal(from("0:0:0:0:0:0:0:1"))).isTrue();
    assertThat(Door.isLocal(from("10.0.0.7"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"})
  void whatAProxyOnThisMachinePassesOnIsFromElsewhere(String header) {
    HttpServletRequest request = from("127.0.0.1");
    when(request.getHeader(header)).thenReturn("for=10.0.0.7");

    assertThat(Door.isLocal(request)).isFalse();
  }

  @Test
  void theTokenIsThatOfAPrivateFile() throws IOException {
    Path file = Files.writeString(place.resolve("token"), "een-lang-woord\n");
    Files.setPosixFilePermissions(file, fromString("rw-------"));

    assertThat(Door.knows(naming("Bearer een-lang-woord"), file)).isTrue();
    assertThat(Door.knows(naming("Bearer een-ander-woord"), file)).isFalse();
    assertThat(Door.knows(naming("een-lang-woord"), file)).isFalse();
    assertThat(Door.knows(naming(null), file)).isFalse();
    assertThat(Door.knows(naming("Bearer een-lang-woord"), null)).isFalse();
    Files.setPosixFilePermissions(file, fromString("rw-r--r--"));
    assertThat(Door.knows(naming("Bearer een-lang-woord"), file)).isFalse();
    Files.delete(file);
    assertThat(Door.knows(naming("Bearer een-lang-woord"), file)).isFalse();
  }

  /** Nginx says of nobody where the request came from, unless it is told to. */
  @Test
  void figuresAreForThisMachineOnlyWherePeopleReachThePluginThere() throws IOException {
    assertThat(new Doors(false, true, null).giveFigures(from("127.0.0.1"))).isTrue();
    assertThat(new Doors(false, false, null).giveFigures(from("127.0.0.1"))).isFalse();
    Path file = Files.writeString(place.resolve("token"), "een-lang-woord\n");
    Files.setPosixFilePermissions(file, fromString("rw-------"));
    assertThat(new Doors(false, false, file).giveFigures(naming("Bearer een-lang-woord"))).isTrue();
    assertThat(new Doors(false, true, file).giveFigures(from("127.0.0.1"))).isFalse();
  }

  @Test
  void anEmptyFileLetsNobodyIn() throws IOException {
    Path file = Files.writeString(place.resolve("token"), "\n");
    Files.setPosixFilePermissions(file, fromString("rw-------"));

    assertThat(Door.knows(naming("Bearer "), file)).isFalse();
  }

  private static HttpServletRequest from(String address) {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getRemoteAddr()).thenReturn(address);
    return request;
  }

  private static HttpServletRequest naming(@Nullable String authorization) {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getHeader("Authorization")).thenReturn(authorization);
    return request;
  }
}
