package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import nl.meldcode.files.PrivateFiles;
import nl.meldcode.files.WholeLines;
import nl.meldcode.progress.Progress;
import nl.meldcode.sql.Statements;
import nl.meldcode.sqlite.SqliteCopy;

/**
 * Copies a store that may be in use: first the file of heads, so that the database holds at least
 * what they say, then the database, then what it holds of the heads that were written meanwhile.
 * The ledger of erasures comes last: what the database lacks, it names.
 */
public final class StoreCopy {
  private static final String AT =
      "SELECT hash FROM entry WHERE school = ? AND dossier = ? AND seq = ?";
  private final Path from;
  private final Path to;

  private StoreCopy(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Copies it to another folder, in the same places.
   *
   * @throws IOException when something cannot be read or written
   * @throws SQLException when the database cannot be read, or the copy not be written
   */
  public static void make(Path dataDir, Path to, Progress progress)
      throws IOException, SQLException {
    new StoreCopy(dataDir, to).make(progress);
  }

  private void make(Progress progress) throws IOException, SQLException {
    Path heads = from.resolve("plugin/heads.log");
    Path copied = PrivateFiles.make(to.resolve("plugin/heads.log"));
    long known = WholeLines.copy(heads, 0, copied);
    Path database = from.resolve("plugin/meldcode.db");
    progress.begin("meldcode.db", database.toFile().length());
    Path copy = PrivateFiles.make(to.resolve("plugin/meldcode.db"));
    SqliteCopy.make(database, copy, progress);
    addHeads(heads, known, copied, copy);
    Path ledger = from.resolve(ErasureLedger.NAME);
    if (Files.exists(ledger)) {
      WholeLines.copy(ledger, 0, PrivateFiles.make(to.resolve(ErasureLedger.NAME)));
    }
  }

  private void addHeads(Path heads, long known, Path copied, Path copy)
      throws IOException, SQLException {
    StringBuilder later = new StringBuilder();
    try (Statements statements = new Statements(SqliteCopy.open(copy));
        InputStream in = Files.newInputStream(heads)) {
      in.skipNBytes(known);
      String all = new String(in.readAllBytes(), UTF_8);
      String whole = all.substring(0, all.lastIndexOf('\n') + 1);
      try (Stream<String> lines = whole.lines()) {
        for (String line : lines.toList()) {
          if (!holds(statements, line)) {
            break;
          }
          later.append(line).append('\n');
        }
      }
    }
    Files.writeString(copied, later, UTF_8, StandardOpenOption.APPEND);
  }

  private static boolean holds(Statements statements, String line) throws SQLException {
    Map<Place, Head> heads = new HashMap<>();
    HeadFile.add(heads, line.split(" "));
    for (Map.Entry<Place, Head> one : heads.entrySet()) {
      byte[] dossier = Ids.bytes(one.getKey().dossier().value());
      try (ResultSet row =
          statements
              .of(AT, one.getKey().school().value(), dossier, one.getValue().seq())
              .executeQuery()) {
        if (!row.next() || !new Hash(row.getBytes(1)).equals(one.getValue().hash())) {
          return false;
        }
      }
    }
    return true;
  }
}
