package nl.meldcode.adapter.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.progress.Progress;
import nl.meldcode.sql.Statements;
import nl.meldcode.sqlite.SqliteCopy;

/** Holds the content of a store against a set of keys: does all of it open with them (S24). */
public final class ContentCheck {
  private static final String COUNT = "SELECT count(*) FROM entry";
  private static final String OWNER = "SELECT sealed FROM belongs_to";
  private static final String SEALED = ", school, dossier FROM entry WHERE sealed IS NOT NULL";
  private static final String ENTRIES = EntryTable.COLUMNS + SEALED;
  private static final String BEFORE_FILES = EntryTable.COLUMNS_BEFORE_FILES + SEALED;
  private final Vault vault;
  private final BiPredicate<SchoolId, DossierId> keyIsDestroyed;
  private final Destroyed erased;
  private final Set<String> unopened = new TreeSet<>();
  private final Set<String> keyless = new TreeSet<>();

  private ContentCheck(
      Vault vault, BiPredicate<SchoolId, DossierId> keyIsDestroyed, Destroyed erased) {
    this.vault = vault;
    this.keyIsDestroyed = keyIsDestroyed;
    this.erased = erased;
  }

  /**
   * What was found.
   *
   * @param unopened dossiers that do not open: the keys are older than they are
   * @param keyless dossiers whose key was destroyed, and that the ledger of erasures does not name
   */
  public record Outcome(Set<String> unopened, Set<String> keyless) {
    public Outcome {
      unopened = Set.copyOf(unopened);
      keyless = Set.copyOf(keyless);
    }
  }

  /**
   * Opens every entry.
   *
   * @throws StartRefused when the keys are those of other data, or something cannot be read
   */
  public static Outcome of(
      Path dataDir,
      Vault vault,
      BiPredicate<SchoolId, DossierId> keyIsDestroyed,
      Progress progress) {
    ContentCheck check = new ContentCheck(vault, keyIsDestroyed, Destroyed.in(dataDir));
    try (Statements statements =
        new Statements(SqliteCopy.open(dataDir.resolve("plugin/meldcode.db")))) {
      check.owner(statements);
      check.entries(statements, progress);
    } catch (SQLException e) {
      throw new StartRefused("cannot read plugin/meldcode.db", e);
    }
    return new Outcome(check.unopened, check.keyless);
  }

  private void owner(Statements statements) throws SQLException {
    try (ResultSet row = statements.of(OWNER).executeQuery()) {
      if (row.next()) {
        vault.open(Owner.OURS, Owner.OWNER, row.getBytes(1));
      }
    } catch (Tampered | StoreUnavailable e) {
      throw new StartRefused("these are not the keys of this data", e);
    }
  }

  private void entries(Statements statements, Progress progress) throws SQLException {
    try (ResultSet count = statements.of(COUNT).executeQuery()) {
      progress.begin("keys", count.next() ? count.getLong(1) : 0);
    }
    long done = 0;
    try (ResultSet rows = all(statements).executeQuery()) {
      while (rows.next()) {
        progress.at(++done);
        Place place =
            new Place(new SchoolId(rows.getString(12)), new DossierId(Ids.uuid(rows.getBytes(13))));
        Clear clear = EntryTable.clear(place, rows);
        if (!erased.holds(place, clear.id())) {
          open(clear, rows.getBytes(10));
        }
      }
    }
  }

  private static PreparedStatement all(Statements statements) throws SQLException {
    return EntryTable.knowsFiles(statements) ? statements.of(ENTRIES) : statements.of(BEFORE_FILES);
  }

  private void open(Clear clear, byte[] sealed) {
    Place place = clear.place();
    if (keyIsDestroyed.test(place.school(), place.dossier())) {
      keyless.add(place.dossier().toString());
      return;
    }
    try {
      vault.open(place.school(), place.dossier(), clear.bytes(), sealed);
    } catch (Tampered | StoreUnavailable e) {
      unopened.add(place.dossier().toString());
    }
  }
}
