package nl.meldcode.adapter.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import nl.meldcode.application.port.Mail;
import nl.meldcode.application.port.MailRefused;
import nl.meldcode.application.port.MailUnavailable;

/**
 * Hands plain text to one mail server (RFC 5321), with TLS by STARTTLS (RFC 3207): required, unless
 * the server is on this machine. Small on purpose: a mail library would be larger than all that it
 * would be used for. One connection for each mail; for one thread.
 */
public final class SmtpMail implements Mail {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** One address and nothing else: no line end by which a header could be added. */
  private static final Pattern ADDRESS =
      Pattern.compile("[!-~&&[^<>@\",;:\\\\]]{1,64}@[A-Za-z0-9.-]{1,250}");

  private final SmtpSettings settings;
  private final SSLSocketFactory tls;
  private final boolean needsTls;
  private final Clock clock;

  /** Takes the settings; whom to trust is up to the Java it runs on. */
  public static SmtpMail to(SmtpSettings settings, Clock clock) {
    return new SmtpMail(
        settings,
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        !isThisMachine(settings.host()),
        clock);
  }

  SmtpMail(SmtpSettings settings, SSLSocketFactory tls, boolean needsTls, Clock clock) {
    this.settings = settings;
    this.tls = tls;
    this.needsTls = needsTls;
    this.clock = clock;
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
  }

  @Override
  public void send(Letter letter) {
    if (!ADDRESS.matcher(letter.to()).matches()) {
      throw new MailRefused("an address that is none", false);
    }
    try (Socket plain = new Socket()) {
      plain.connect(
          new InetSocketAddress(settings.host(), settings.port()), (int) PATIENCE.toMillis());
      plain.setSoTimeout((int) PATIENCE.toMillis());
      Talk talk = new Talk(plain);
      talk.greeted();
      String offers = talk.hello(name());
      if (offers.contains("\nSTARTTLS")) {
        talk.say("STARTTLS", 220);
        try (SSLSocket secret = secret(plain)) {
          Talk inside = new Talk(secret);
          inside.hello(name());
          deliver(inside, letter);
        }
      } else if (needsTls) {
        throw new MailUnavailable("the mail server offers no STARTTLS");
      } else {
        deliver(talk, letter);
      }
    } catch (IOException e) {
      throw new MailUnavailable("mail server: " + e.getClass().getSimpleName());
    }
  }

  private static String name() throws IOException {
    return "[" + InetAddress.getLoopbackAddress().getHostAddress() + "]";
  }

  /** The certificate must be of the host that was configured. */
  private SSLSocket secret(Socket plain) throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, settings.host(), settings.port(), false);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private void deliver(Talk talk, Letter letter) throws IOException {
    if (!settings.user().isEmpty()) {
      talk.say("AUTH PLAIN " + credentials(), 235);
    }
    talk.say("MAIL FROM:<" + settings.from() + ">", 250);
    talk.offer("RCPT TO:<" + letter.to() + ">");
    talk.say("DATA", 354);
    talk.offer(message(letter) + "\r\n.");
    talk.leave();
  }

  private String credentials() throws IOException {
    if (settings.passwordFile() == null) {
      throw new MailUnavailable("no file with the password is configured");
    }
    String password =
        Files.readAllLines(settings.passwordFile()).stream().findFirst().orElse("").strip();
    byte[] both = ("\0" + settings.user() + "\0" + password).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(both);
  }

  /** In base64, so that no line of it means anything to the server. */
  private String message(Letter letter) {
    String encoding = "=?UTF-8?B?%s?=";
    return String.join(
        "\r\n",
        "From: <" + settings.from() + ">",
        "To: <" + letter.to() + ">",
        "Subject: " + encoding.formatted(base64(letter.subject())),
        "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(clock)),
        "Message-ID: <" + UUID.randomUUID() + settings.from().replaceFirst(".*@", "@") + ">",
        "Auto-Submitted: auto-generated",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "",
        Base64.getMimeEncoder().encodeToString(bytes(letter.text())));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
