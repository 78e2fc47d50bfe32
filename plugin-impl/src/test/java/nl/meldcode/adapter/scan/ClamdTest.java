package nl.meldcode.adapter.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import nl.meldcode.Covers;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.VirusScanner;
import nl.meldcode.application.port.VirusScanner.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a whole "OK" in time lets a file through. */
@Timeout(20)
class ClamdTest {
  private static final byte[] FILE = "bytes of a photo".repeat(100_000).getBytes(US_ASCII);
  private static final Duration SHORT = Duration.ofMillis(300);

  /** What the other side does with one connection. */
  private interface Behaviour {
    void on(InputStream in, OutputStream out) throws IOException, InterruptedException;
  }

  @Test
  @Covers("S21")
  void itIsSentTheWholeFileAndItsAnswerCounts() throws IOException {
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    assertThat(ask((in, out) -> answer(in, out, got, "stream: OK\0"))).isEqualTo(Verdict.CLEAN);
    assertThat(got.toByteArray()).isEqualTo(FILE);
    assertThat(ask((in, out) -> answer(in, out, got, "stream: Eicar-Signature FOUND\0")))
        .isEqualTo(Verdict.INFECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\0",
        "stream: OK",
        "OK\0",
        "stream: OK\nstream: OK\0",
        "stream: OK but not really\0",
        "INSTREAM size limit exceeded. ERROR\0",
        "stream: ERROR\0",
        "HTTP/1.1 200 OK\r\n\r\n\0"
      })
  @Covers("S21")
  void anythingElseIsNoAnswer(String said) throws IOException {
    assertThat(ask((in, out) -> answer(in, out, new ByteArrayOutputStream(), said)))
        .isEqualTo(Verdict.NO_ANSWER);
  }

  @Test
  @Covers("S21")
  void whoIsSlowOrNeverEndsIsNotWaitedFor() throws IOException {
    assertThat(ask((in, out) -> TimeUnit.SECONDS.sleep(3))).as("reads nothing").isEqualTo(no());
    assertThat(
            ask(
                (in, out) -> {
                  read(in);
                  TimeUnit.SECONDS.sleep(3);
                }))
        .as("says nothing")
        .isEqualTo(no());
    assertThat(
            ask(
                (in, out) -> {
                  read(in);
                  for (byte each : "stream: OK\0".getBytes(US_ASCII)) {
                    out.write(each);
                    out.flush();
                    TimeUnit.MILLISECONDS.sleep(100);
                  }
                }))
        .as("says it too slowly")
        .isEqualTo(no());
    assertThat(
            ask(
                (in, out) -> {
                  read(in);
                  while (true) {
                    out.write(new byte[] {'x'});
                  }
                }))
        .as("never ends")
        .isEqualTo(no());
    assertThat(ask((in, out) -> {})).as("hangs up").isEqualTo(no());
  }

  private static Verdict no() {
    return Verdict.NO_ANSWER;
  }

  @Test
  @Covers("S21")
  void nobodyThereIsNoAnswer(@TempDir Path dir) throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    assertThat(Clamd.at("127.0.0.1:" + port).scan(FILE)).isEqualTo(Verdict.NO_ANSWER);
    assertThat(Clamd.at(dir.resolve("clamd.ctl").toString()).scan(FILE))
        .isEqualTo(Verdict.NO_ANSWER);
  }

  @Test
  @Covers("S21")
  void aSocketFileWorksToo(@TempDir Path dir) throws IOException, InterruptedException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(dir.resolve("clamd.ctl"));
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      Thread other =
          new Thread(
              () -> {
                try (SocketChannel one = server.accept()) {
                  answer(
                      Channels.newInputStream(one),
                      Channels.newOutputStream(one),
                      got,
                      "stream: OK\0");
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      other.start();
      assertThat(Clamd.at(address.toString()).scan(FILE)).isEqualTo(Verdict.CLEAN);
      other.join();
    }
    assertThat(got.toByteArray()).isEqualTo(FILE);
  }

  @Test
  @Covers("S21")
  void itIsAskedOnThisMachineAlone() {
    assertThat(Clamd.at(" ")).isSameAs(VirusScanner.NONE);
    for (String elsewhere :
        new String[] {
          "clamd.example.org:3310",
          "10.0.0.1:3310",
          "127.0.0.1",
          "127.0.0.1:99999",
          "run/clamd.ctl",
          "127.0.0.1.example.org:3310",
          "localhost:3310/x"
        }) {
      assertThatExceptionOfType(StartRefused.class)
          .as(elsewhere)
          .isThrownBy(() -> Clamd.at(elsewhere));
    }
  }

  private static Verdict ask(Behaviour behaviour) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread other = new Thread(() -> serve(server, behaviour));
      other.setDaemon(true);
      other.start();
      return new Clamd(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), SHORT)
          .scan(FILE);
    }
  }

  /** What the plugin hung up on is over. */
  private static void serve(ServerSocket server, Behaviour behaviour) {
    try (Socket one = server.accept()) {
      behaviour.on(one.getInputStream(), one.getOutputStream());
    } catch (IOException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(
      InputStream in, OutputStream out, ByteArrayOutputStream got, String said) throws IOException {
    got.reset();
    got.writeBytes(read(in));
    out.write(said.getBytes(US_ASCII));
    out.flush();
  }

  /** The command and the chunks, up to the empty one. */
  private static byte[] read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    assertThat(new String(data.readNBytes(10), US_ASCII)).isEqualTo("zINSTREAM\0");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int length = data.readInt(); length > 0; length = data.readInt()) {
      all.writeBytes(data.readNBytes(length));
    }
    return all.toByteArray();
  }
}
