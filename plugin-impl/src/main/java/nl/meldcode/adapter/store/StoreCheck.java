package nl.meldcode.adapter.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.files.WholeLines;
import nl.meldcode.progress.Progress;
import nl.meldcode.sql.Statements;
import nl.meldcode.sqlite.SqliteCopy;
import org.jspecify.annotations.Nullable;

/**
 * Checks a copy of a store without its keys: that every entry follows the one before it, holds the
 * bytes that were sealed, and its files too, that no dossier ends before a head that was written
 * down, and that a dossier stands under each registration that it has entries of (A01, A03). What
 * it cannot see is whether sealed bytes can be opened.
 */
public final class StoreCheck {
  private static final String ORDERED =
      ", school, dossier FROM entry ORDER BY school, dossier, seq";
  private static final String ALL = EntryTable.COLUMNS + ORDERED;
  private static final String ALL_BEFORE_FILES = EntryTable.COLUMNS_BEFORE_FILES + ORDERED;
  private static final String COUNT = "SELECT count(*) FROM entry";
  private static final String REGISTRATIONS = "SELECT school, subject, dossier FROM registration";
  private static final int BLOCK = 64 * 1024;
  private final Map<Place, List<Head>> open = new HashMap<>();
  private final Set<Registration> registrations = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private long entries;
  private long dossiers;
  private long files;
  private long beyond;
  private Destroyed destroyed = new Destroyed();
  private final Set<String> emptied = new TreeSet<>();
  private final Progress progress;
  private Hash first = Hash.NONE;

  private StoreCheck(Progress progress) {
    this.progress = progress;
  }

  private record Registration(Place place, Hash subject) {}

  /**
   * What was found.
   *
   * @param files stored files that entries name
   * @param destroyed dossiers of which content is gone, as the ledger of erasures says
   * @param beyond entries behind the last head of their dossier: written when the power went, or
   *     put in by somebody
   * @param faults where something is not what was written; places only
   */
  public record Outcome(
      long entries,
      long dossiers,
      long files,
      List<String> destroyed,
      long beyond,
      List<String> faults) {
    public Outcome {
      destroyed = List.copyOf(destroyed);
      faults = List.copyOf(faults);
    }
  }

  /**
   * Checks all of it.
   *
   * @param signedBytes how much of the file of heads somebody signed; 0 for nothing
   * @throws StartRefused when there is no such store, or it cannot be read
   */
  public static Outcome of(Path dataDir, long signedBytes, Progress progress) {
    StoreCheck check = new StoreCheck(progress);
    check.run(dataDir, signedBytes);
    return new Outcome(
        check.entries,
        check.dossiers,
        check.files,
        List.copyOf(check.emptied),
        check.beyond,
        check.faults);
  }

  /**
   * SHA-256 of the file of heads up to each of these lengths, in hexadecimal; those that it does
   * not reach are left out.
   *
   * @throws StartRefused when it cannot be read
   */
  public static Map<Long, String> headsUpTo(Path dataDir, Collection<Long> lengths) {
    return upTo(dataDir.resolve("plugin/heads.log"), lengths);
  }

  /** The same of the file of erasures. */
  public static Map<Long, String> erasuresUpTo(Path dataDir, Collection<Long> lengths) {
    Path file = dataDir.resolve(ErasureLedger.NAME);
    return Files.exists(file) ? upTo(file, lengths) : Map.of();
  }

  private static Map<Long, String> upTo(Path file, Collection<Long> lengths) {
    Map<Long, String> found = new HashMap<>();
    MessageDigest digest = Hash.digest();
    try (InputStream in = Files.newInputStream(file)) {
      long at = 0;
      for (long length : new TreeSet<>(lengths)) {
        at += digest(in, digest, length - at);
        if (at < length) {
          break;
        }
        found.put(length, Hash.soFar(digest));
      }
      return found;
    } catch (IOException e) {
      throw new StartRefused("cannot read " + file.getFileName(), e);
    }
  }

  private static long digest(InputStream in, MessageDigest digest, long count) throws IOException {
    byte[] block = new byte[BLOCK];
    long left = count;
    while (left > 0) {
      int read = in.read(block, 0, (int) Math.min(block.length, left));
      if (read < 0) {
        break;
      }
      digest.update(block, 0, read);
      left -= read;
    }
    return count - left;
  }

  private void run(Path dataDir, long signedBytes) {
    Path folder = dataDir.resolve("plugin");
    Path file = folder.resolve("meldcode.db");
    if (!Files.isRegularFile(file)) {
      throw new StartRefused("there is no plugin/meldcode.db");
    }
    Path heads = folder.resolve("heads.log");
    destroyed = Destroyed.in(dataDir);
    Map<Place, Head> last = HeadFile.read(heads, wholeLines(heads));
    add(last);
    add(HeadFile.read(heads, signedBytes));
    try (Statements statements = new Statements(SqliteCopy.open(file))) {
      rows(statements, last);
      registrations(statements);
    } catch (SQLException e) {
      throw new StartRefused("cannot read plugin/meldcode.db", e);
    }
    open.forEach(
        (place, left) ->
            left.forEach(head -> faults.add(place.dossier() + " ends before " + head.seq())));
    registrations.forEach(
        one -> faults.add(one.place().dossier() + " lacks one of its registrations"));
  }

  private void add(Map<Place, Head> heads) {
    heads.forEach((place, head) -> open.computeIfAbsent(place, one -> new ArrayList<>()).add(head));
  }

  /** A last line that a crash cut off was never a head. */
  private static long wholeLines(Path heads) {
    try {
      return WholeLines.length(heads);
    } catch (IOException e) {
      throw new StartRefused("cannot read plugin/heads.log", e);
    }
  }

  private static PreparedStatement all(Statements statements) throws SQLException {
    return EntryTable.knowsFiles(statements) ? statements.of(ALL) : statements.of(ALL_BEFORE_FILES);
  }

  private void rows(Statements statements, Map<Place, Head> last) throws SQLException {
    @Nullable Place place = null;
    Head end = Head.NONE;
    boolean broken = false;
    try (ResultSet count = statements.of(COUNT).executeQuery()) {
      progress.begin("dossiers", count.next() ? count.getLong(1) : 0);
    }
    try (ResultSet rows = all(statements).executeQuery()) {
      while (rows.next()) {
        Place at = place(rows, 12, 13);
        if (!at.equals(place)) {
          place = at;
          end = Head.NONE;
          broken = false;
          dossiers++;
        }
        progress.at(++entries);
        if (!broken) {
          Head next = next(statements, end, at, rows);
          broken = next == null;
          end = next == null ? end : next;
          beyond += end.seq() > last.getOrDefault(at, Head.NONE).seq() ? 1 : 0;
        }
      }
    }
  }

  private @Nullable Head next(Statements statements, Head end, Place place, ResultSet row)
      throws SQLException {
    Clear clear = EntryTable.clear(place, row);
    Hash digest = new Hash(row.getBytes(8));
    byte[] sealed = row.getBytes(10);
    try {
      boolean isThere = sealed != null && Hash.of(sealed).equals(digest);
      boolean isDestroyed = sealed == null && destroyed.holds(place, clear.id());
      if (isDestroyed) {
        emptied.add(place.dossier().toString());
      } else if (!isThere) {
        throw new Tampered(clear.name());
      }
      Head next = EntryTable.next(end, clear, digest, new Hash(row.getBytes(9)));
      if (!isDestroyed) {
        files(statements, clear);
      }
      first = next.seq() == 1 ? clear.subject() : first;
      if (!clear.subject().equals(first)) {
        registrations.add(new Registration(place, clear.subject()));
      }
      open.computeIfPresent(place, (same, heads) -> without(heads, next));
      return next;
    } catch (Tampered e) {
      open.remove(place);
      faults.add(e.getMessage() + " is not what was written");
      return null;
    }
  }

  private void files(Statements statements, Clear clear) throws SQLException {
    for (Filed file : clear.files()) {
      files++;
      if (!file.isIn(statements, clear.place())) {
        faults.add(clear.name() + " lacks a file, or it is not what was written");
      }
    }
  }

  private static @Nullable List<Head> without(List<Head> heads, Head reached) {
    List<Head> left = heads.stream().filter(one -> !one.equals(reached)).toList();
    return left.isEmpty() ? null : left;
  }

  private void registrations(Statements statements) throws SQLException {
    try (ResultSet rows = statements.of(REGISTRATIONS).executeQuery()) {
      while (rows.next()) {
        registrations.remove(new Registration(place(rows, 1, 3), new Hash(rows.getBytes(2))));
      }
    }
  }

  private static Place place(ResultSet row, int school, int dossier) throws SQLException {
    return new Place(
        new SchoolId(row.getString(school)), new DossierId(Ids.uuid(row.getBytes(dossier))));
  }
}
