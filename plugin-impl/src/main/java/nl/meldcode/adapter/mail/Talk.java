package nl.meldcode.adapter.mail;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import nl.meldcode.application.port.MailRefused;
import nl.meldcode.application.port.MailUnavailable;

/** Lines to a mail server, and its answers: a number, on one line or on several. */
final class Talk {
  private static final int MOST_LINES = 100;
  private static final int GOOD = 250;
  private static final int FORWARDED = 252;
  private static final int FINAL = 500;

  private final BufferedReader in;
  private final OutputStream out;

  private record Heard(int code, String text) {}

  Talk(Socket socket) throws IOException {
    in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    out = socket.getOutputStream();
  }

  void greeted() throws IOException {
    expect(heard(), 220);
  }

  /** What the server offers, a word at the beginning of each line. */
  String hello(String name) throws IOException {
    write("EHLO " + name);
    Heard heard = heard();
    expect(heard, GOOD);
    return heard.text();
  }

  void say(String line, int expected) throws IOException {
    write(line);
    expect(heard(), expected);
  }

  /** Names who gets it, or hands it over: a no is said of that address alone. */
  void offer(String line) throws IOException {
    write(line);
    int code = heard().code();
    if (code < GOOD || code > FORWARDED) {
      throw new MailRefused("mail server: " + code, code < FINAL);
    }
  }

  /** The mail was taken by then, whatever is answered. */
  void leave() {
    try {
      write("QUIT");
    } catch (IOException e) {
      // It hung up first.
    }
  }

  private static void expect(Heard heard, int expected) {
    if (heard.code() != expected) {
      throw new MailUnavailable("mail server: " + heard.code() + " for " + expected);
    }
  }

  private void write(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private Heard heard() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int lines = 0; lines < MOST_LINES; lines++) {
      String line = in.readLine();
      if (line == null || !line.matches("\\d{3}.*")) {
        throw new EOFException();
      }
      text.append('\n').append(line.length() > 4 ? line.substring(4) : "");
      if (line.length() == 3 || line.charAt(3) != '-') {
        return new Heard(Integer.parseInt(line.substring(0, 3)), text.toString());
      }
    }
    throw new EOFException();
  }
}
