package nl.meldcode.acceptance.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Nginx with the configuration that stands in the manual, on a free port and with a certificate of
 * its own making: TLS and a path of its own before the plugin, and the host beside it on another
 * origin.
 */
public final class ReverseProxy implements AutoCloseable {
  private static final Pattern SERVER = Pattern.compile("(?ms)^    server \\{$.*?^    }$");
  private static final List<Path> PROGRAMS =
      List.of(
          Path.of("/usr/sbin/nginx"),
          StartCommand.ROOT.resolve("integration-tests/target/nginx/usr/sbin/nginx"));
  private static final String PASSWORD = "vlieger";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int port = StartCommand.freePort();
  private final int behind = StartCommand.freePort();
  private final Path folder;
  private final StartCommand nginx;

  /** Starts it before a port that nobody listens on yet. */
  public ReverseProxy() {
    try {
      folder = Files.createTempDirectory("meldcode-proxy");
      X509Certificate certificate = certificate();
      Trusted.also(certificate);
      Files.writeString(folder.resolve("nginx.conf"), configuration());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String conf = folder.resolve("nginx.conf").toString();
    String errors = folder.resolve("error.log").toString();
    nginx =
        new StartCommand(
            List.of(program(), "-p", folder.toString(), "-e", errors, "-c", conf, "-q"));
    Await.until("nginx", PATIENCE, this::answers);
  }

  /** The port of what it stands before. */
  public int behind() {
    return behind;
  }

  /** Where browsers find host and plugin. */
  public Site site(String password) {
    return new Site(
        URI.create("https://localhost:" + port),
        URI.create("https://127.0.0.1:" + port + "/school/meldcode"),
        password);
  }

  /** What tells a Java of its own to trust it. */
  public String trust() {
    return " -Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
        .formatted(folder.resolve("tls.p12"), PASSWORD);
  }

  @Override
  public void close() {
    nginx.close();
  }

  private boolean answers() {
    if (!nginx.isAlive()) {
      throw new AssertionError("nginx ended: " + nginx.output());
    }
    try {
      return Call.get(site("").plugin("/")).status() == 502;
    } catch (UncheckedIOException notListeningYet) {
      return false;
    }
  }

  private static String program() {
    return PROGRAMS.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no nginx; integration-tests/run browser gets it"))
        .toString();
  }

  private String configuration() {
    Matcher server = SERVER.matcher(Manual.text());
    if (!server.find()) {
      throw new AssertionError("the manual has no server block");
    }
    String tls =
        "ssl_certificate %1$s/tls.pem; ssl_certificate_key %1$s/tls.pem;".formatted(folder);
    String ofManual =
        server
            .group()
            .replace("listen 443", "listen 127.0.0.1:" + port)
            .replace("meldcode.school.example", "127.0.0.1")
            .replaceAll("ssl_certificate \\S+;", tls)
            .replaceAll("ssl_certificate_key /etc\\S+;", "")
            .replace("127.0.0.1:8080", "127.0.0.1:" + behind);
    String temporary =
        Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
            .map(name -> "%1$s_temp_path %2$s/%1$s;\n".formatted(name, folder))
            .reduce("", String::concat);
    return """
        daemon off; master_process off; pid %1$s/pid;
        events {}
        http {
        access_log %1$s/access.log;
        %2$s
        %3$s
        server { listen 127.0.0.1:%4$d ssl; server_name localhost; %5$s
          location / { proxy_pass http://127.0.0.1:%6$d; proxy_set_header Host $http_host; } }
        }
        """
        .formatted(folder, temporary, ofManual, port, tls, behind);
  }

  /** Makes a key and its certificate: for Java in tls.p12, for nginx in tls.pem. */
  private X509Certificate certificate() throws IOException {
    Path store = folder.resolve("tls.p12");
    String words =
        "-genkeypair -alias tls -keyalg EC -groupname secp256r1 -dname CN=proef -validity 2"
            + " -ext san=ip:127.0.0.1,dns:localhost -storetype PKCS12 -storepass %s -keystore %s";
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/keytool").toString());
    command.addAll(List.of(words.formatted(PASSWORD, store).split(" ")));
    StartCommand keytool = new StartCommand(command);
    if (keytool.exitCode() != 0) {
      throw new AssertionError(keytool.output());
    }
    try {
      KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
      X509Certificate certificate = (X509Certificate) keys.getCertificate("tls");
      byte[] key = keys.getKey("tls", PASSWORD.toCharArray()).getEncoded();
      Files.writeString(
          folder.resolve("tls.pem"),
          pem("CERTIFICATE", certificate.getEncoded()) + pem("PRIVATE KEY", key));
      return certificate;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("what was just made can be read", e);
    }
  }

  private static String pem(String what, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text);
  }
}
