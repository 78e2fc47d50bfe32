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
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;

/**
 * What was destroyed, one line each, outside the database: {@code school dossier certificate}, the
 * last sealed. It stands beside {@code plugin/}, not in it: who puts an older copy of that folder
 * back leaves it alone, and what the copy brings back is destroyed again (C.5).
 */
final class ErasureLedger implements Closeable {
  static final String NAME = "erasures.log";
  private final FileChannel channel;
  private final MessageDigest digest = Hash.digest();
  private final Map<Place, byte[]> lines = new LinkedHashMap<>();
  private long end;

  ErasureLedger(Path dataDir) {
    Path file = dataDir.resolve(NAME);
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lines.putAll(read(file));
      end = wholeLines(file);
      digest.update(Files.readAllBytes(file), 0, (int) end);
      channel.truncate(end);
    } catch (IOException e) {
      throw new StartRefused("cannot open the file of erasures", e);
    }
  }

  /**
   * What such a file holds; none where there is no file. A last line that a crash cut off never
   * counted.
   *
   * @throws StartRefused when it is damaged
   */
  static Map<Place, byte[]> read(Path file) {
    Map<Place, byte[]> found = new LinkedHashMap<>();
    try {
      if (Files.exists(file)) {
        String whole = Files.readString(file, UTF_8).substring(0, (int) wholeLines(file));
        whole.lines().forEach(line -> add(found, line.split(" ", -1)));
      }
      return found;
    } catch (IOException | IllegalArgumentException e) {
      throw new StartRefused(NAME + " is damaged; put its copy back", e);
    }
  }

  /** Everything, in the order in which it was destroyed. */
  synchronized Map<Place, byte[]> all() {
    return new LinkedHashMap<>(lines);
  }

  /** Adds a line, once per dossier; it is on disk when this returns. */
  synchronized void add(Place place, byte[] certificate) {
    if (lines.containsKey(place)) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(line(place, certificate).getBytes(UTF_8));
    try {
      channel.truncate(end);
      while (bytes.hasRemaining()) {
        channel.write(bytes, end + bytes.position());
      }
      channel.force(true);
    } catch (IOException e) {
      throw new StoreUnavailable("erasures", e);
    }
    end += bytes.limit();
    digest.update(bytes.flip());
    lines.put(place, certificate);
  }

  /** How far it goes, to be signed. */
  synchronized HeadsMark mark() {
    return new HeadsMark(end, Hash.soFar(digest));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  static String line(Place place, byte[] certificate) {
    return URLEncoder.encode(place.school().value(), UTF_8)
        + " "
        + place.dossier()
        + " "
        + Base64.getEncoder().encodeToString(certificate)
        + "\n";
  }

  private static long wholeLines(Path file) throws IOException {
    return Files.readString(file, UTF_8).lastIndexOf('\n') + 1L;
  }

  private static void add(Map<Place, byte[]> lines, String[] parts) {
    if (parts.length != 3) {
      throw new IllegalArgumentException("not an erasure");
    }
    Place place =
        new Place(new SchoolId(URLDecoder.decode(parts[0], UTF_8)), DossierId.of(parts[1]));
    lines.put(place, Base64.getDecoder().decode(parts[2]));
  }
}
