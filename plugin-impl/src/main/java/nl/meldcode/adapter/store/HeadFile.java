package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heads of all chains, one line per commit, outside the database: {@code school dossier seq
 * hash}. Written after the commit and not synced: a line that is lost is written again at the next
 * start, and a line is never ahead of the database.
 */
final class HeadFile implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(HeadFile.class);
  private final Path file;
  private final FileChannel channel;
  private final MessageDigest digest = Hash.digest();
  private final Map<Place, Head> owed = new LinkedHashMap<>();
  private long end;

  HeadFile(Path file) {
    this.file = file;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      cutTornLine();
      digestWhatIsThere();
    } catch (IOException e) {
      throw new StartRefused("cannot open the file of heads", e);
    }
  }

  /** The last line of every dossier. */
  Map<Place, Head> read() {
    return read(file, Long.MAX_VALUE);
  }

  /** The last line of every dossier among the first bytes of such a file. */
  static Map<Place, Head> read(Path file, long bytes) {
    Map<Place, Head> heads = new HashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
      long left = bytes;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        left -= line.length() + 1L;
        if (left < 0) {
          break;
        }
        add(heads, line.split(" "));
      }
      return heads;
    } catch (IOException | IllegalArgumentException e) {
      throw new StartRefused("the file of heads is damaged; restore the last backup", e);
    }
  }

  /**
   * Adds a line. One that cannot be written is owed, because the entry itself is already durable;
   * it is written before the next one, and before the file is signed.
   */
  synchronized void append(Place place, Head head) {
    owed.put(place, head);
    try {
      pay();
    } catch (IOException e) {
      LOG.error("a head could not be written outside the database; it will be later", e);
    }
  }

  private void pay() throws IOException {
    for (Map.Entry<Place, Head> one : List.copyOf(owed.entrySet())) {
      ByteBuffer bytes = ByteBuffer.wrap(line(one.getKey(), one.getValue()).getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes, end + bytes.position());
      }
      end += bytes.limit();
      digest.update(bytes.flip());
      owed.remove(one.getKey());
    }
  }

  @Override
  public synchronized void close() throws IOException {
    try (channel) {
      pay();
      channel.force(false);
    }
  }

  /**
   * How long it is, and what it holds up to there, on disk by then: what was signed must not be
   * lost.
   *
   * @throws StoreUnavailable when that cannot be made sure of
   */
  synchronized HeadsMark mark() {
    try {
      pay();
      // By a channel of its own: who is interrupted here must not close the one that writes.
      try (FileChannel own = FileChannel.open(file, StandardOpenOption.WRITE)) {
        own.force(false);
      }
      return new HeadsMark(end, Hash.soFar(digest));
    } catch (IOException e) {
      throw new StoreUnavailable("heads", e);
    }
  }

  private void digestWhatIsThere() throws IOException {
    ByteBuffer block = ByteBuffer.allocate(64 * 1024);
    long at = 0;
    while (at < end && channel.read(block.clear(), at) > 0) {
      at += block.flip().remaining();
      digest.update(block);
    }
  }

  private void cutTornLine() throws IOException {
    end = channel.size();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (end > 0) {
      one.clear();
      channel.read(one, end - 1);
      if (one.get(0) == '\n') {
        break;
      }
      end--;
    }
    channel.truncate(end);
  }

  private static String line(Place place, Head head) {
    return URLEncoder.encode(place.school().value(), UTF_8)
        + " "
        + place.dossier()
        + " "
        + head.seq()
        + " "
        + head.hash().hex()
        + "\n";
  }

  static void add(Map<Place, Head> heads, String[] parts) {
    if (parts.length != 4) {
      throw new IllegalArgumentException("not a head");
    }
    Place place =
        new Place(new SchoolId(URLDecoder.decode(parts[0], UTF_8)), DossierId.of(parts[1]));
    heads.put(place, new Head(Long.parseLong(parts[2]), Hash.ofHex(parts[3])));
  }
}
