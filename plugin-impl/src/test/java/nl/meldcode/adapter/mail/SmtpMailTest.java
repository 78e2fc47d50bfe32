package nl.meldcode.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import nl.meldcode.Covers;
import nl.meldcode.application.port.Mail.Letter;
import nl.meldcode.application.port.MailRefused;
import nl.meldcode.application.port.MailUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail as a server hears it. */
class SmtpMailTest {
  private static final char[] SECRET = "changeit".toCharArray();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-09T07:30:00Z"), ZoneOffset.UTC);
  private static final Letter LETTER =
      new Letter("anja@school.example", "Taken in ParnasSys", "U heeft 3 taken in ParnasSys.");

  @TempDir private Path folder;

  private static SmtpMail plain(FakeServer server, boolean needsTls) {
    SmtpSettings settings =
        new SmtpSettings("localhost", server.port(), "", null, "plein@school.example");
    return new SmtpMail(
        settings, (SSLSocketFactory) SSLSocketFactory.getDefault(), needsTls, CLOCK);
  }

  @Test
  @Covers("P13")
  void aLetterArrivesAsPlainText() throws IOException {
    try (FakeServer server = new FakeServer(null)) {
      plain(server, false).send(LETTER);

      assertThat(server.heard)
          .contains(
              "MAIL FROM:<plein@school.example>",
              "RCPT TO:<anja@school.example>",
              "Content-Type: text/plain; charset=utf-8",
              "Auto-Submitted: auto-generated",
              "Date: Mon, 9 Feb 2026 07:30:00 GMT",
              base64(LETTER.text()),
              "Subject: =?UTF-8?B?" + base64(LETTER.subject()) + "?=");
      assertThat(server.heard).noneMatch(line -> line.contains("http"));
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @Covers("P13")
  void withoutStarttlsNothingIsSaidToAServerElsewhere() throws IOException {
    try (FakeServer server = new FakeServer(null)) {
      assertThatExceptionOfType(MailUnavailable.class)
          .isThrownBy(() -> plain(server, true).send(LETTER));
      assertThat(server.heard).allMatch(line -> line.startsWith("EHLO") || line.startsWith("("));
    }
  }

  @Test
  @Covers("P13")
  void overStarttlsItSignsInAndSendsInSecret() throws Exception {
    SSLContext own = madeFor("localhost");
    try (FakeServer server = new FakeServer(own)) {
      secret(server, own).send(LETTER);

      List<String> open = server.heard.subList(0, server.heard.indexOf("(secret from here)"));
      assertThat(open).hasSize(2).last().isEqualTo("STARTTLS");
      assertThat(server.heard)
          .contains("AUTH PLAIN " + base64("\0mailer\0geheim"), "RCPT TO:<anja@school.example>");
    }
  }

  private SmtpMail secret(FakeServer server, SSLContext trusting) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "geheim\n");
    SmtpSettings settings =
        new SmtpSettings("localhost", server.port(), "mailer", password, "plein@school.example");
    return new SmtpMail(settings, trusting.getSocketFactory(), true, CLOCK);
  }

  @Test
  @Covers("P13")
  void aServerWithTheCertificateOfAnotherHearsNothing() throws Exception {
    SSLContext other = madeFor("elsewhere.example");
    try (FakeServer server = new FakeServer(other)) {
      SmtpMail mail = secret(server, other);
      assertThatExceptionOfType(MailUnavailable.class).isThrownBy(() -> mail.send(LETTER));
      assertThat(server.heard).noneMatch(line -> line.startsWith("AUTH") || line.contains("@"));
    }
  }

  @Test
  @Covers("P13")
  void itTellsAnAddressThatIsRefusedFromAServerThatIsAway() throws IOException {
    FakeServer server = new FakeServer(null);
    SmtpMail mail = plain(server, false);
    server.answerToRecipient = "550 unknown";
    assertThatExceptionOfType(MailRefused.class)
        .isThrownBy(() -> mail.send(LETTER))
        .matches(refused -> !refused.later());
    server.answerToRecipient = "450 later";
    assertThatExceptionOfType(MailRefused.class)
        .isThrownBy(() -> mail.send(LETTER))
        .matches(MailRefused::later);
    server.answerToRecipient = "251 goes on to another server";
    assertThatCode(() -> mail.send(LETTER)).doesNotThrowAnyException();
    server.close();
    assertThatExceptionOfType(MailUnavailable.class)
        .isThrownBy(() -> mail.send(LETTER))
        .withMessageNotContaining("@");
  }

  /** What was taken is not sent again because the server then hung up. */
  @Test
  @Covers("P13")
  void aServerThatHangsUpInsteadOfSayingGoodbyeHasItAllTheSame() throws IOException {
    try (FakeServer server = new FakeServer(null)) {
      server.hangsUpAtTheEnd = true;
      assertThatCode(() -> plain(server, false).send(LETTER)).doesNotThrowAnyException();
    }
  }

  @Test
  @Covers("P13")
  void whatIsNoAddressIsNotEvenTried() throws IOException {
    try (FakeServer server = new FakeServer(null)) {
      for (String no :
          List.of("", "anja", "a@b>\r\nRCPT TO:<c@d", "a b@c", "a@b,c@d", "<a@b>", "é@b.nl")) {
        assertThatExceptionOfType(MailRefused.class)
            .isThrownBy(() -> plain(server, false).send(new Letter(no, "x", "y")));
      }
      assertThat(server.heard).isEmpty();
    }
  }

  /** A certificate for that host, and trust in it. */
  private SSLContext madeFor(String host) throws Exception {
    Path file = folder.resolve(host + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:" + host,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(SECRET))
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor()).isZero();
    return trusting(file);
  }

  private static SSLContext trusting(Path file) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, SECRET);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, SECRET);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore others = KeyStore.getInstance("PKCS12");
    others.load(null, null);
    others.setCertificateEntry("a", keys.getCertificate("a"));
    trust.init(others);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
