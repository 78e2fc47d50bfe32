package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.SchoolMergers;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.domain.school.Mergers;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;

/**
 * Mergers of schools, in one sealed row: a line for each, {@code school TAB into}. Who edits the
 * file must not give one school the dossiers of another.
 */
final class SqlSchoolMergers implements SchoolMergers {
  private static final byte[] NAME = Labels.clear("school mergers");
  private static final String KEEP =
      "INSERT INTO school_merger (id, sealed) VALUES (1, ?)"
          + " ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed";
  private final Database database;
  private final Vault vault;
  private volatile Mergers now;

  SqlSchoolMergers(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
    this.now = database.read(SqlSchoolMergers::sealed).map(this::open).orElse(Mergers.NONE);
  }

  @Override
  public Mergers now() {
    return now;
  }

  @Override
  public synchronized void keep(Mergers mergers) {
    if (!mergers.equals(now)) {
      byte[] sealed = vault.seal(Owner.OURS, NAME, text(mergers).getBytes(UTF_8));
      database.write(statements -> statements.run(KEEP, sealed));
      now = mergers;
    }
  }

  private static String text(Mergers mergers) {
    return mergers.into().entrySet().stream()
        .map(one -> one.getKey().value() + "\t" + one.getValue().value())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private Mergers open(byte[] sealed) {
    Map<SchoolId, SchoolId> into = new HashMap<>();
    try {
      String text = new String(vault.open(Owner.OURS, NAME, sealed), UTF_8);
      text.lines()
          .map(line -> line.split("\t", 2))
          .forEach(pair -> into.put(new SchoolId(pair[0]), new SchoolId(pair[1])));
      return new Mergers(into);
    } catch (Tampered e) {
      throw new StartRefused("the mergers of schools are not what was written", e);
    }
  }

  private static Optional<byte[]> sealed(Statements statements) throws SQLException {
    try (ResultSet row = statements.of("SELECT sealed FROM school_merger").executeQuery()) {
      return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
    }
  }
}
