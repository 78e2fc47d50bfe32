package nl.meldcode.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldcode.adapter.store.OpenStore;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.domain.dossier.Certificate;
import nl.meldcode.domain.entry.DestructionRequest.Requester;
import nl.meldcode.progress.Progress;
import nl.meldcode.sqlite.SqliteCopy;
import nl.meldcode.verify.KeptData;

/** A data directory with two dossiers of its own, and how it is copied and put back. */
final class KeptSchool {
  static final Instant NOW = Instant.parse("2026-03-05T01:30:00Z");
  private final Path dir;
  private final KeptData data;
  final NewEntries stays = NewEntries.at("99AA");
  final NewEntries goes = NewEntries.at("99AA");
  private Instant now = NOW;

  KeptSchool(Path dir) {
    this.dir = dir;
    data = new KeptData(dir).goOn();
    record(stays);
    record(goes);
    data.goOn();
  }

  Path dir() {
    return dir;
  }

  KeptData data() {
    return data;
  }

  void record(NewEntries in) {
    try (OpenStore open = new OpenStore(dir)) {
      open.store().dossiers().append(in.signal("moe"));
    }
  }

  void destroy(NewEntries gone) {
    StaffId somebody = new StaffId(UUID.randomUUID());
    Certificate certificate =
        new Certificate(gone.dossier(), List.of(), NOW, Requester.GUARDIAN, somebody, somebody);
    try (OpenStore open = new OpenStore(dir)) {
      open.store().erasures().erase(gone.school(), certificate);
    }
  }

  /** The next backup, a second later than the one before. */
  Path backup(Path target) {
    return backup(target, 100).data();
  }

  Path backupOfKeys(Path target) {
    return backup(target, 100).keys();
  }

  MakeBackup backup(Path target, int keep) {
    now = now.plusSeconds(1);
    return new MakeBackup(dir, target, keep, Clock.fixed(now, ZoneOffset.UTC), Progress.UNHEARD);
  }

  /** What is told of a restore. */
  static String restore(Path backup, Path to, RestoreBackup.Wish wish) {
    return String.join(
        "\n",
        RestoreBackup.run(backup, to, wish, Clock.fixed(NOW, ZoneOffset.UTC), Progress.UNHEARD));
  }

  /** Where the chain of each dossier ends, in the rows of a database. */
  static List<String> ends(Path dir) {
    List<String> all = new ArrayList<>();
    try (Connection connection = SqliteCopy.open(dir.resolve("plugin/meldcode.db"));
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT school, hex(dossier), max(seq), hex(hash) FROM entry"
                    + " GROUP BY school, dossier ORDER BY 1, 2")) {
      while (rows.next()) {
        all.add(
            String.join(
                " ", rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
      }
      return all;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Every file below a folder with its content. */
  static Map<String, String> content(Path dir) {
    Map<String, String> all = new TreeMap<>();
    if (Files.exists(dir)) {
      try (Stream<Path> files = Files.walk(dir)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          all.put(dir.relativize(file).toString(), Files.readString(file, ISO_8859_1));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  /** A folder with all that is in it, once more. */
  static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Files.copy(one, to.resolve(from.relativize(one).toString()));
      }
    }
    return to;
  }
}
