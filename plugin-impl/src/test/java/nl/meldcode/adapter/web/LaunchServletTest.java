package nl.meldcode.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import nl.meldcode.Covers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchServletTest {
  private final Desk desk = new Desk();

  @Test
  void aGenuineTokenOpensItsTab() throws IOException, ServletException {
    Exchange answer = post("parents").with(desk.launch);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.sent("Location"))
        .matches("/school/meldcode/tabs/[A-Za-z0-9_-]+/ouders\\?start");
    assertThat(answer.headers()).containsEntry("Cache-Control", "no-store");
  }

  @Test
  @Covers({"S04", "S09"})
  void theCookieIsForThisOriginAloneAndOutOfReachOfScripts() throws IOException, ServletException {
    assertThat(post("parents").with(desk.launch).sent("Set-Cookie"))
        .matches("__Host-mc=[A-Za-z0-9_-]+; Path=/; Secure; HttpOnly; SameSite=None; Partitioned");
  }

  @Test
  void whatTheLaunchOpenedIsShown() throws IOException, ServletException {
    Exchange answer = post("parents").with(desk.launch);
    String cookie = between(answer.sent("Set-Cookie"), "=", ";");
    String address = between(answer.sent("Location"), "/tabs", "?");
    Exchange page = new Exchange("GET", address).query("start").cookie(cookie).with(desk.tabs);
    assertThat(page.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080, iframe",
    "http://localhost:8080.evil.example, iframe",
    "null, iframe",
    ", iframe",
    "http://localhost:8080, script",
    "http://localhost:8080, empty",
    "http://localhost:8080,"
  })
  @Covers("S06")
  void onlyAPageOfTheHostMayPost(@Nullable String origin, @Nullable String destination)
      throws IOException, ServletException {
    Exchange answer =
        new Exchange("POST", null)
            .field("launch_token", "parents")
            .header("Origin", origin)
            .header("Sec-Fetch-Dest", destination)
            .with(desk.launch);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers()).doesNotContainKeys("Set-Cookie", "Location");
  }

  @Test
  @Covers("S22")
  void aTokenInTheAddressIsRefused() throws IOException, ServletException {
    Exchange answer = post("parents").query("launch_token=parents").with(desk.launch);
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  @Covers("S01")
  void everyRefusalIsTheSamePage() throws IOException, ServletException {
    Exchange forged = post("forged").with(desk.launch);
    Exchange elsewhere = post("parents").header("Origin", "https://evil.example").with(desk.launch);
    Exchange twice = post("parents").with(new Desk().launch);
    post("parents").with(desk.launch);
    Exchange again = post("parents").with(desk.launch);
    assertThat(twice.status()).isEqualTo(303);
    assertThat(forged.status()).isEqualTo(401);
    assertThat(forged.body()).contains("Ga terug naar het leerlingdossier");
    assertThat(again.body()).isEqualTo(forged.body());
    assertThat(elsewhere.body()).isEqualTo(forged.body());
    assertThat(again.headers()).isEqualTo(forged.headers()).isEqualTo(elsewhere.headers());
  }

  @Test
  void aHostThatIsAwayIsSaidToBeAway() throws IOException, ServletException {
    Exchange answer = post("down").with(desk.launch);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsKey("Retry-After");
    assertThat(answer.body()).contains("Er is niets weg", "0800-2000");
  }

  private static String between(String text, String before, String after) {
    int from = text.indexOf(before) + before.length();
    return text.substring(from, text.indexOf(after, from));
  }

  private static Exchange post(String token) throws IOException {
    return new Exchange("POST", null)
        .field("launch_token", token)
        .header("Origin", Desk.HOST)
        .header("Sec-Fetch-Dest", "iframe");
  }
}
