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
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;

/**
 * What was destroyed, one line each, outside the database: {@code school dossier certificate}, the
 * last sealed, and where it was only entries their ids. It stands beside {@code plugin/}, not in
 * it: who puts an older copy of that folder back leaves it alone, and what the copy brings back is
 * destroyed again (C.5).
 */
final class ErasureLedger implements Closeable {
  static final String NAME = "erasures.log";
  private final FileChannel channel;
  private final MessageDigest digest = Hash.digest();
  private final Map<Gone, byte[]> lines = new LinkedHashMap<>();
  private final Destroyed named = new Destroyed();
  private long end;

  /** A dossier, or some of its entries; none for all. */
  record Gone(Place place, List<EntryId> entries) {
    Gone {
      entries = List.copyOf(entries);
    }

    /** Whether that entry is among them. */
    boolean holds(EntryId entry) {
      return entries.isEmpty() || entries.contains(entry);
    }
  }

  ErasureLedger(Path dataDir) {
    Path file = dataDir.resolve(NAME);
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lines.putAll(read(file));
      lines.keySet().forEach(named::add);
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
  static Map<Gone, byte[]> read(Path file) {
    Map<Gone, byte[]> found = new LinkedHashMap<>();
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
  synchronized Map<Gone, byte[]> all() {
    return new LinkedHashMap<>(lines);
  }

  /** Adds a line, once for the same; it is on disk when this returns. */
  synchronized void add(Gone gone, byte[] certificate) {
    if (lines.containsKey(gone)) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(line(gone, certificate).getBytes(UTF_8));
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
    lines.put(gone, certificate);
    named.add(gone);
  }

  /** Whether that entry was destroyed. */
  synchronized boolean names(Place place, EntryId entry) {
    return named.holds(place, entry);
  }

  /** How many lines name that dossier. */
  synchronized int count(Place place) {
    return named.count(place);
  }

  /** How far it goes, to be signed. */
  synchronized HeadsMark mark() {
    return new HeadsMark(end, Hash.soFar(digest));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  static String line(Gone gone, byte[] certificate) {
    return URLEncoder.encode(gone.place().school().value(), UTF_8)
        + " "
        + gone.place().dossier()
        + " "
        + Base64.getEncoder().encodeToString(certificate)
        + (gone.entries().isEmpty() ? "" : " " + ids(gone.entries()))
        + "\n";
  }

  private static long wholeLines(Path file) throws IOException {
    return Files.readString(file, UTF_8).lastIndexOf('\n') + 1L;
  }

  private static void add(Map<Gone, byte[]> lines, String[] parts) {
    if (parts.length != 3 && parts.length != 4) {
      throw new IllegalArgumentException("not an erasure");
    }
    Place place =
        new Place(new SchoolId(URLDecoder.decode(parts[0], UTF_8)), DossierId.of(parts[1]));
    List<EntryId> entries = parts.length == 3 ? List.of() : entries(parts[3]);
    lines.put(new Gone(place, entries), Base64.getDecoder().decode(parts[2]));
  }

  /** Their ids in one text; the empty one for none. */
  static String ids(List<EntryId> entries) {
    return entries.stream().map(EntryId::toString).collect(Collectors.joining(","));
  }

  /** The entries of such a text. */
  static List<EntryId> entries(String ids) {
    return ids.isEmpty() ? List.of() : Arrays.stream(ids.split(",")).map(EntryId::of).toList();
  }
}
