package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Between a store and its server: cuts a connection when a commit passes, before or after it. */
final class CuttingProxy implements AutoCloseable {
  /** When the next commit is cut. */
  enum Cut {
    NEVER,
    /** The server never hears of it. */
    BEFORE,
    /** The server commits, and its answer is lost. */
    AFTER
  }

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int server;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile Cut next = Cut.NEVER;
  private volatile String at = "";
  private volatile boolean hangs;

  CuttingProxy(int server) throws IOException {
    this.server = server;
    daemon(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Cuts where these words go by, which commit something. */
  void cutNext(String words, Cut cut) {
    at = words;
    next = cut;
  }

  /** From now on nothing passes, and nothing is closed: a server that hangs, or is cut off. */
  void hang() {
    hangs = true;
  }

  /** Cuts everything that is open now. */
  void cutAll() throws IOException {
    for (Socket one : open) {
      one.close();
    }
    open.clear();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cutAll();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listening.accept();
      Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
      open.add(client);
      open.add(behind);
      daemon(
          () -> {
            try (behind) {
              pump(client, behind);
            }
          });
      daemon(
          () -> {
            try (client) {
              behind.getInputStream().transferTo(client.getOutputStream());
            }
          });
    }
  }

  private void pump(Socket client, Socket behind) throws IOException {
    byte[] bytes = new byte[64 * 1024];
    InputStream in = client.getInputStream();
    OutputStream out = behind.getOutputStream();
    for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
      if (hangs) {
        continue;
      }
      Cut cut = new String(bytes, 0, read, ISO_8859_1).contains(at) ? next : Cut.NEVER;
      if (cut != Cut.NEVER) {
        next = Cut.NEVER;
        client.close();
      }
      if (cut == Cut.BEFORE) {
        behind.close();
        return;
      }
      out.write(bytes, 0, read);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                Thread.currentThread().interrupt(); // it was cut
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
