package nl.meldcode.adapter.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.VirusScanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ClamAV's daemon, asked with INSTREAM over a socket of this machine: a file goes nowhere else.
 * Safe for use by several threads.
 */
public final class Clamd implements VirusScanner {
  private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(US_ASCII);
  private static final int LONGEST_ANSWER = 4 * 1024;
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(localhost|127(?:\\.\\d{1,3}){3}|\\[::1]):(\\d{1,5})");
  private static final Pattern FOUND = Pattern.compile("stream: .{1,2000} FOUND");
  private final SocketAddress address;
  private final Duration longest;

  Clamd(SocketAddress address, Duration longest) {
    this.address = address;
    this.longest = longest;
  }

  /**
   * The scanner at an address; {@link VirusScanner#NONE} where none is given.
   *
   * @throws StartRefused when it is neither the absolute path of a socket nor a port of this
   *     machine
   */
  public static VirusScanner at(String address) {
    return address.isBlank() ? NONE : new Clamd(parsed(address.strip()), LONGEST);
  }

  /** Whether that is an address that {@link #at} takes. */
  public static boolean isAddress(String address) {
    try {
      parsed(address);
      return true;
    } catch (StartRefused e) {
      return false;
    }
  }

  private static SocketAddress parsed(String address) {
    if (address.startsWith("/")) {
      return UnixDomainSocketAddress.of(address);
    }
    Matcher matcher = HOST_AND_PORT.matcher(address);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 0xFFFF) {
      throw new StartRefused("clamdAddress: /path/of/a/socket, or localhost:3310");
    }
    try {
      return new InetSocketAddress(
          InetAddress.getByName(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    } catch (UnknownHostException e) {
      throw new StartRefused("clamdAddress: this machine has no " + matcher.group(1), e);
    }
  }

  @Override
  public Verdict scan(byte[] bytes) {
    try {
      return verdict(new Call(address, System.nanoTime() + longest.toNanos()).answer(sent(bytes)));
    } catch (IOException e) {
      LOG.error("clamd does not answer; nothing that people send is kept", e);
      return Verdict.NO_ANSWER;
    }
  }

  /** The command, the bytes as one chunk with its length, and an empty chunk. */
  private static ByteBuffer sent(byte[] bytes) {
    return ByteBuffer.allocate(COMMAND.length + bytes.length + 2 * Integer.BYTES)
        .put(COMMAND)
        .putInt(bytes.length)
        .put(bytes)
        .putInt(0)
        .flip();
  }

  private static Verdict verdict(String answer) {
    if (answer.equals("stream: OK")) {
      return Verdict.CLEAN;
    }
    if (FOUND.matcher(answer).matches()) {
      LOG.warn("clamd found something in a file that somebody sent; it is not kept");
      return Verdict.INFECTED;
    }
    LOG.error("clamd gave an answer that is none; nothing that people send is kept");
    return Verdict.NO_ANSWER;
  }

  /** One question over one connection, to be over at {@code deadline}. */
  private record Call(SocketAddress address, long deadline) {
    String answer(ByteBuffer question) throws IOException {
      try (Selector selector = Selector.open();
          SocketChannel channel = open()) {
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, 0);
        if (!channel.connect(address)) {
          await(selector, key, SelectionKey.OP_CONNECT);
          channel.finishConnect();
        }
        while (question.hasRemaining()) {
          await(selector, key, SelectionKey.OP_WRITE);
          channel.write(question);
        }
        return read(selector, key, channel);
      }
    }

    private SocketChannel open() throws IOException {
      return address instanceof UnixDomainSocketAddress
          ? SocketChannel.open(StandardProtocolFamily.UNIX)
          : SocketChannel.open();
    }

    /** Until the zero byte that ends an answer; an answer that is cut off is none. */
    private String read(Selector selector, SelectionKey key, SocketChannel channel)
        throws IOException {
      ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
      while (answer.hasRemaining()) {
        await(selector, key, SelectionKey.OP_READ);
        if (channel.read(answer) < 0) {
          throw new IOException("the connection ended before the answer did");
        }
        if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
          return new String(answer.array(), 0, answer.position() - 1, US_ASCII);
        }
      }
      throw new IOException("the answer does not end");
    }

    private void await(Selector selector, SelectionKey key, int ready) throws IOException {
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      key.interestOps(ready);
      if (left <= 0 || selector.select(left) == 0) {
        throw new IOException("no answer in time");
      }
      selector.selectedKeys().clear();
    }
  }
}
