package nl.meldcode.adapter.store;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Attachments;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sealed bytes of files; those that no entry came to name are swept after a day. */
final class SqlAttachments implements Attachments {
  private static final Logger LOG = LoggerFactory.getLogger(SqlAttachments.class);
  private static final Duration GRACE = Duration.ofDays(1);

  /** So much sooner it is no longer taken for an entry: nothing is swept that one just named. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private static final String INSERT =
      "INSERT INTO attachment (school, dossier, id, at, sealed) VALUES (?, ?, ?, ?, ?)";
  private static final String SELECT =
      "SELECT sealed FROM attachment WHERE school = ? AND dossier = ? AND id = ?";
  private static final String FRESH =
      "SELECT sealed FROM attachment WHERE school = ? AND dossier = ? AND id = ? AND at > ?";
  private static final String SIZE =
      "SELECT coalesce(sum(length(sealed)), 0) FROM attachment WHERE school = ? AND dossier = ?";
  private static final String UNCLAIMED =
      "SELECT school, dossier, id FROM attachment WHERE claimed = 0 AND at < ?";
  private static final String CLAIM =
      "UPDATE attachment SET claimed = 1 WHERE school = ? AND dossier = ? AND id = ?";
  private static final String DELETE =
      "DELETE FROM attachment WHERE school = ? AND dossier = ? AND id = ?";
  private final Database database;
  private final Dossiers dossiers;
  private final Vault vault;
  private final Clock clock;

  private record Row(SchoolId school, DossierId dossier, UUID id) {
    Object[] key() {
      return new Object[] {school.value(), Ids.bytes(dossier.value()), Ids.bytes(id)};
    }

    byte[] clear() {
      return Labels.clear(
          "attachment", Labels.text(school.value()), Ids.bytes(dossier.value()), Ids.bytes(id));
    }
  }

  SqlAttachments(Database database, Dossiers dossiers, Vault vault, Clock clock) {
    this.database = database;
    this.dossiers = dossiers;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public Attachment put(SchoolId school, DossierId dossier, String mediaType, byte[] bytes) {
    Row row = new Row(school, dossier, UUID.randomUUID());
    byte[] sealed = vault.seal(school, dossier, row.clear(), bytes);
    Object[] key = row.key();
    database.write(
        statements -> statements.run(INSERT, key[0], key[1], key[2], clock.millis(), sealed));
    return new Attachment(row.id(), mediaType, Hash.of(bytes).hex(), bytes.length);
  }

  @Override
  public byte[] get(SchoolId school, DossierId dossier, Attachment attachment) {
    Row row = new Row(school, dossier, attachment.id());
    byte[] bytes =
        database
            .read(statements -> sealed(statements, SELECT, row.key()))
            .map(found -> vault.open(school, dossier, row.clear(), found))
            .orElseThrow(() -> new Tampered("attachment " + attachment.id()));
    if (!Hash.of(bytes).hex().equals(attachment.sha256())) {
      throw new Tampered("attachment " + attachment.id());
    }
    return bytes;
  }

  @Override
  public Optional<byte[]> fresh(SchoolId school, DossierId dossier, UUID id) {
    Row row = new Row(school, dossier, id);
    Object[] key = row.key();
    long since = clock.instant().minus(GRACE).plus(MARGIN).toEpochMilli();
    return database
        .read(statements -> sealed(statements, FRESH, key[0], key[1], key[2], since))
        .map(found -> vault.open(school, dossier, row.clear(), found));
  }

  @Override
  public long size(SchoolId school, DossierId dossier) {
    return database.read(
        statements -> {
          try (ResultSet row =
              statements.of(SIZE, school.value(), Ids.bytes(dossier.value())).executeQuery()) {
            return row.next() ? row.getLong(1) : 0L;
          }
        });
  }

  /** Deletes what no entry names a day later. A dossier that cannot be read keeps everything. */
  void sweep(Instant now) {
    List<Row> rows =
        database.read(statements -> unclaimed(statements, now.minus(GRACE).toEpochMilli()));
    for (Row row : rows) {
      try {
        boolean named = named(row);
        database.write(
            statements ->
                named ? statements.run(CLAIM, row.key()) : statements.run(DELETE, row.key()));
      } catch (Tampered e) {
        LOG.warn("attachment {} is kept: its dossier cannot be read", row.id());
      }
    }
  }

  private boolean named(Row row) {
    return dossiers.find(row.school(), row.dossier()).stream()
        .flatMap(dossier -> dossier.entries().stream())
        .flatMap(recorded -> recorded.attachments().stream())
        .anyMatch(attachment -> attachment.id().equals(row.id()));
  }

  private static Optional<byte[]> sealed(
      Statements statements, @CompileTimeConstant final String select, Object... key)
      throws SQLException {
    try (ResultSet rows = statements.of(select, key).executeQuery()) {
      return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
    }
  }

  private static List<Row> unclaimed(Statements statements, long before) throws SQLException {
    List<Row> found = new ArrayList<>();
    try (ResultSet rows = statements.of(UNCLAIMED, before).executeQuery()) {
      while (rows.next()) {
        found.add(
            new Row(
                new SchoolId(rows.getString(1)),
                new DossierId(Ids.uuid(rows.getBytes(2))),
                Ids.uuid(rows.getBytes(3))));
      }
    }
    return found;
  }
}
