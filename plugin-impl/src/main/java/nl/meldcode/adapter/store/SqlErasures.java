package nl.meldcode.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.meldcode.adapter.store.ErasureLedger.Gone;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Erasures;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.Certificate;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys a dossier: its line in the ledger first, then the content of its rows and all that was
 * kept beside them, then its key. Of single entries it is the content and their files. The clear
 * columns stay, so that the chain still holds.
 */
final class SqlErasures implements Erasures {
  private static final String LEFT =
      "SELECT id FROM entry WHERE school = ? AND dossier = ? AND sealed IS NOT NULL";
  private static final String DRAFTS =
      "DELETE FROM draft WHERE school = ? AND subject IN (SELECT subject FROM entry"
          + " WHERE entry.school = draft.school AND dossier = ?)"
          + " AND NOT EXISTS (SELECT 1 FROM entry AS other WHERE other.school = draft.school"
          + " AND other.subject = draft.subject AND other.dossier <> ?"
          + " AND other.sealed IS NOT NULL)";
  private static final String CONTENT =
      "UPDATE entry SET sealed = NULL WHERE school = ? AND dossier = ?";
  private static final String ATTACHMENTS =
      "DELETE FROM attachment WHERE school = ? AND dossier = ?";
  private static final String ONE =
      "UPDATE entry SET sealed = NULL WHERE school = ? AND dossier = ? AND id = ?";
  private static final String FILE =
      "DELETE FROM attachment WHERE school = ? AND dossier = ? AND id = ?";
  private static final String DELIVERY = "DELETE FROM delivery WHERE school = ? AND dossier = ?";
  private static final String DELIVERED = "DELETE FROM delivered WHERE school = ? AND dossier = ?";
  private static final String LINKS = "DELETE FROM link_change WHERE school = ? AND dossier = ?";
  private static final Logger LOG = LoggerFactory.getLogger(SqlErasures.class);
  private final Database database;
  private final ErasureLedger ledger;
  private final ErasureTable table;
  private final CertificateForm form;
  private final Vault vault;
  private final SqlDossiers dossiers;
  private final SqlEmergencyAccesses emergencies;
  private final Map<Gone, Certificate> certificates = new ConcurrentHashMap<>();
  private final Set<Gone> unfinished = ConcurrentHashMap.newKeySet();
  private volatile boolean logHolds;

  SqlErasures(
      Database database,
      ErasureLedger ledger,
      Vault vault,
      SqlDossiers dossiers,
      SqlEmergencyAccesses emergencies) {
    this.database = database;
    this.ledger = ledger;
    table = new ErasureTable(database);
    form = new CertificateForm(vault);
    this.vault = vault;
    this.dossiers = dossiers;
    this.emergencies = emergencies;
  }

  /** Carries out what is decided and not done; for that dossiers are read, which asks for this. */
  void start() {
    ledger.all().forEach(this::take);
    certificates.keySet().forEach(this::carryOut);
    table.all().forEach(this::follow);
  }

  /**
   * Told how often something of a dossier was destroyed: what another node did is done here too.
   */
  void follow(Place place, long times) {
    if (times != ledger.count(place)) {
      table.of(place).forEach(this::follow);
    }
  }

  private void follow(Gone gone, byte[] sealed) {
    if (!certificates.containsKey(gone)) {
      Certificate certificate = form.open(gone, sealed);
      ledger.add(gone, sealed);
      certificates.put(gone, certificate);
      if (gone.entries().isEmpty()) {
        dossiers.forget(gone.place());
        vault.destroy(gone.place().school(), gone.place().dossier());
      } else {
        dossiers.readAnew(gone.place());
      }
    }
  }

  /**
   * Nothing is destroyed because of a line that somebody else wrote. One that cannot be opened
   * since the keys are older than it, and of whose dossier nothing is there, is left alone.
   */
  private void take(Gone gone, byte[] sealed) {
    try {
      certificates.put(gone, form.open(gone, sealed));
    } catch (Tampered e) {
      if (database.read(statements -> isLeft(statements, gone))) {
        throw new StartRefused(
            ErasureLedger.NAME + " holds a line that is no certificate; put its copy back", e);
      }
      LOG.warn("a line of {} cannot be opened, and nothing of it is there", ErasureLedger.NAME);
    }
  }

  @Override
  public void erase(SchoolId school, Certificate certificate) {
    Gone gone = new Gone(new Place(school, certificate.dossier()), certificate.entries());
    ledger.add(gone, form.seal(gone, certificate));
    certificates.putIfAbsent(gone, certificate);
    carryOut(gone);
  }

  @Override
  public List<Certificate> of(SchoolId school) {
    table.all().forEach(this::follow);
    return certificates.entrySet().stream()
        .filter(one -> one.getKey().place().school().equals(school))
        .filter(one -> !unfinished.contains(one.getKey()))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(Certificate::at))
        .toList();
  }

  /**
   * As often as needed: a crash, a full disk, or an older copy of the data can leave something to
   * do. From the first step on nobody finds the dossier, nor adds to it.
   */
  private void carryOut(Gone gone) {
    unfinished.add(gone);
    try {
      if (gone.entries().isEmpty()) {
        carryOutWhole(gone);
      } else {
        carryOutPart(gone);
      }
      unfinished.remove(gone);
    } catch (Tampered e) {
      LOG.error("what was decided of {} is not destroyed: it cannot be read", gone.place(), e);
    }
    shrinkLog();
  }

  private void carryOutWhole(Gone gone) {
    Place place = gone.place();
    boolean left = database.read(statements -> isLeft(statements, gone));
    if (left) {
      logHolds =
          database.alone(
              List.of(place.lock()),
              statements -> {
                dossiers.forget(place);
                statements.together(inOne -> empty(inOne, gone));
                return () -> true;
              });
    }
    dossiers.forget(place);
    vault.destroy(place.school(), place.dossier());
    logHolds |= emergencies.forget(place.dossier());
  }

  /** The files are found through what is still to be read; both go in one step. */
  private void carryOutPart(Gone gone) {
    if (!database.read(statements -> isLeft(statements, gone))) {
      return;
    }
    List<UUID> files = files(gone);
    logHolds =
        database.alone(
            List.of(gone.place().lock()),
            statements -> {
              statements.together(inOne -> empty(inOne, gone, files));
              return () -> {
                dossiers.readAnew(gone.place());
                return true;
              };
            });
  }

  /** Tries again what could not be done. */
  void sweep() {
    unfinished.forEach(this::carryOut);
    shrinkLog();
  }

  /** A reader can stand in the way; then again later. */
  private void shrinkLog() {
    try {
      if (logHolds) {
        database.shrinkLog();
        logHolds = false;
      }
    } catch (StoreUnavailable e) {
      LOG.warn("what was destroyed stands in the log of writes for a while", e);
    }
  }

  private static boolean isLeft(Statements statements, Gone gone) throws SQLException {
    try (ResultSet rows = statements.of(LEFT, key(gone.place())).executeQuery()) {
      while (rows.next()) {
        if (gone.holds(new EntryId(Ids.uuid(rows.getBytes(1))))) {
          return true;
        }
      }
      return false;
    }
  }

  private static Object[] key(Place place) {
    return new Object[] {place.school().value(), Ids.bytes(place.dossier().value())};
  }

  private List<UUID> files(Gone gone) {
    return dossiers.find(gone.place().school(), gone.place().dossier()).stream()
        .flatMap(one -> one.entries().stream())
        .filter(one -> gone.holds(one.id()))
        .flatMap(one -> one.attachments().stream())
        .map(Attachment::id)
        .toList();
  }

  private boolean empty(Statements statements, Gone gone, List<UUID> files) throws SQLException {
    Object[] key = key(gone.place());
    table.add(statements, gone, certificateOf(gone));
    for (UUID file : files) {
      statements.run(FILE, key[0], key[1], Ids.bytes(file));
    }
    for (EntryId entry : gone.entries()) {
      statements.run(ONE, key[0], key[1], Ids.bytes(entry.value()));
    }
    return true;
  }

  private boolean empty(Statements statements, Gone gone) throws SQLException {
    Object[] key = key(gone.place());
    table.add(statements, gone, certificateOf(gone));
    statements.run(DRAFTS, key[0], key[1], key[1]);
    statements.run(ATTACHMENTS, key);
    statements.run(DELIVERY, key);
    statements.run(DELIVERED, key);
    statements.run(LINKS, key);
    statements.run(CONTENT, key);
    return true;
  }

  private byte[] certificateOf(Gone gone) {
    return Objects.requireNonNull(ledger.all().get(gone));
  }
}
