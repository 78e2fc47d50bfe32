package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StartRefused;
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
  private long end;

  HeadFile(Path file) {
    this.file = file;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      cutTornLine();
    } catch (IOException e) {
      throw new StartRefused("cannot open the file of heads", e);
    }
  }

  /** The last line of every dossier. */
  Map<Place, Head> read() {
    Map<Place, Head> heads = new HashMap<>();
    try (var lines = Files.lines(file, UTF_8)) {
      lines.forEach(line -> add(heads, line.split(" ")));
      return heads;
    } catch (IOException | IllegalArgumentException e) {
      throw new StartRefused("the file of heads is damaged; restore the last backup", e);
    }
  }

  /** Adds a line; a failure is logged only, because the entry itself is already durable. */
  synchronized void append(Place place, Head head) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(line(place, head).getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes, end + bytes.position());
      }
      end += bytes.limit();
    } catch (IOException e) {
      LOG.error("a head could not be written outside the database", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.force(false);
    channel.close();
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

  private static void add(Map<Place, Head> heads, String[] parts) {
    if (parts.length != 4) {
      throw new IllegalArgumentException("not a head");
    }
    Place place =
        new Place(new SchoolId(URLDecoder.decode(parts[0], UTF_8)), DossierId.of(parts[1]));
    heads.put(place, new Head(Long.parseLong(parts[2]), Hash.ofHex(parts[3])));
  }
}
