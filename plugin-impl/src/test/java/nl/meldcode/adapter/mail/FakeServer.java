package nl.meldcode.adapter.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that keeps what it hears, and may offer STARTTLS. */
final class FakeServer implements AutoCloseable {
  final List<String> heard = new CopyOnWriteArrayList<>();
  volatile String answerToRecipient = "250 fine";
  volatile boolean hangsUpAtTheEnd;
  private final ServerSocket socket;
  private final Thread thread;
  private final @Nullable SSLContext tls;

  FakeServer(@Nullable SSLContext tls) throws IOException {
    this.tls = tls;
    socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    thread = new Thread(this::serve, "fake-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket one = socket.accept()) {
        send(one, "220 fake");
        talk(one, tls != null);
      } catch (IOException e) {
        heard.add("(broken off)");
      }
    }
  }

  private static void send(Socket one, String line) throws IOException {
    one.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private void talk(Socket one, boolean offersTls) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(one.getInputStream(), StandardCharsets.ISO_8859_1));
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
      if (data) {
        data = !line.equals(".");
        if (!data) {
          send(one, "250 kept");
          if (hangsUpAtTheEnd) {
            return;
          }
        }
      } else if (line.equals("STARTTLS") && tls != null) {
        send(one, "220 go");
        SSLSocket secret =
            (SSLSocket) tls.getSocketFactory().createSocket(one, null, one.getPort(), false);
        secret.setUseClientMode(false);
        heard.add("(secret from here)");
        talk(secret, false);
        return;
      } else {
        data = line.equals("DATA");
        send(one, answer(line, offersTls));
      }
    }
  }

  private String answer(String line, boolean offersTls) {
    if (line.startsWith("EHLO")) {
      return offersTls ? "250-fake\r\n250-STARTTLS\r\n250 8BITMIME" : "250-fake\r\n250 8BITMIME";
    }
    if (line.startsWith("RCPT")) {
      return answerToRecipient;
    }
    return line.startsWith("AUTH")
        ? "235 in"
        : line.equals("DATA") ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 fine";
  }

  /** Nobody is heard any more, also not by a call that was just being taken. */
  @Override
  public void close() throws IOException {
    socket.close();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
