package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Erasures;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.domain.dossier.Certificate;
import nl.meldcode.domain.entry.DestructionRequest.Requester;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys a dossier: its line in the ledger first, then the content of its rows and all that was
 * kept beside them, then its key. The clear columns stay, so that the chain still holds.
 */
final class SqliteErasures implements Erasures {
  private static final String LEFT =
      "SELECT 1 FROM entry WHERE school = ? AND dossier = ? AND sealed IS NOT NULL LIMIT 1";
  private static final String DRAFTS =
      "DELETE FROM draft WHERE school = ?1 AND subject IN"
          + " (SELECT subject FROM entry WHERE school = ?1 AND dossier = ?2)"
          + " AND NOT EXISTS (SELECT 1 FROM entry AS other WHERE other.school = ?1"
          + " AND other.subject = draft.subject AND other.dossier <> ?2"
          + " AND other.sealed IS NOT NULL)";
  private static final String CONTENT =
      "UPDATE entry SET sealed = NULL WHERE school = ? AND dossier = ?";
  private static final String ATTACHMENTS =
      "DELETE FROM attachment WHERE school = ? AND dossier = ?";
  private static final String DELIVERY = "DELETE FROM delivery WHERE school = ? AND dossier = ?";
  private static final String DELIVERED = "DELETE FROM delivered WHERE school = ? AND dossier = ?";
  private static final String LINKS = "DELETE FROM link_change WHERE school = ? AND dossier = ?";
  private static final Logger LOG = LoggerFactory.getLogger(SqliteErasures.class);
  private final Database database;
  private final ErasureLedger ledger;
  private final Vault vault;
  private final SqliteDossiers dossiers;
  private final SqliteEmergencyAccesses emergencies;
  private final Map<Place, Certificate> certificates = new ConcurrentHashMap<>();
  private final Set<Place> unfinished = ConcurrentHashMap.newKeySet();
  private volatile boolean logHolds;

  SqliteErasures(
      Database database,
      ErasureLedger ledger,
      Vault vault,
      SqliteDossiers dossiers,
      SqliteEmergencyAccesses emergencies) {
    this.database = database;
    this.ledger = ledger;
    this.vault = vault;
    this.dossiers = dossiers;
    this.emergencies = emergencies;
    ledger.all().forEach(this::take);
    certificates.keySet().forEach(this::carryOut);
  }

  /**
   * Nothing is destroyed because of a line that somebody else wrote. One that cannot be opened
   * since the keys are older than it, and of whose dossier nothing is there, is left alone.
   */
  private void take(Place place, byte[] sealed) {
    try {
      certificates.put(place, certificate(place, sealed));
    } catch (Tampered e) {
      if (database.read(statements -> isLeft(statements, place))) {
        throw new StartRefused(
            ErasureLedger.NAME + " holds a line that is no certificate; put its copy back", e);
      }
      LOG.warn("a line of {} cannot be opened, and nothing of it is there", ErasureLedger.NAME);
    }
  }

  @Override
  public void erase(SchoolId school, Certificate certificate) {
    Place place = new Place(school, certificate.dossier());
    ledger.add(place, vault.seal(school, clear(place), bytes(certificate)));
    certificates.putIfAbsent(place, certificate);
    carryOut(place);
  }

  @Override
  public List<Certificate> of(SchoolId school) {
    return certificates.entrySet().stream()
        .filter(one -> one.getKey().school().equals(school))
        .filter(one -> !unfinished.contains(one.getKey()))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(Certificate::at))
        .toList();
  }

  /**
   * As often as needed: a crash, a full disk, or an older copy of the data can leave something to
   * do. From the first step on nobody finds the dossier, nor adds to it.
   */
  private void carryOut(Place place) {
    unfinished.add(place);
    boolean left = database.read(statements -> isLeft(statements, place));
    if (left) {
      database.write(
          statements -> {
            dossiers.forget(place);
            return statements.together(inOne -> empty(inOne, place));
          });
      logHolds = true;
    }
    dossiers.forget(place);
    vault.destroy(place.school(), place.dossier());
    logHolds |= emergencies.forget(place.dossier());
    unfinished.remove(place);
    shrinkLog();
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

  private static boolean isLeft(Statements statements, Place place) throws SQLException {
    try (ResultSet row =
        statements
            .of(LEFT, place.school().value(), Ids.bytes(place.dossier().value()))
            .executeQuery()) {
      return row.next();
    }
  }

  private static boolean empty(Statements statements, Place place) throws SQLException {
    Object[] key = {place.school().value(), Ids.bytes(place.dossier().value())};
    statements.run(DRAFTS, key);
    statements.run(ATTACHMENTS, key);
    statements.run(DELIVERY, key);
    statements.run(DELIVERED, key);
    statements.run(LINKS, key);
    statements.run(CONTENT, key);
    return true;
  }

  private static byte[] clear(Place place) {
    return Labels.clear(
        "certificate", Labels.text(place.school().value()), Ids.bytes(place.dossier().value()));
  }

  private static byte[] bytes(Certificate certificate) {
    byte[] requester = Labels.text(certificate.requester().name());
    return ByteBuffer.allocate(8 + 2 * Ids.LENGTH + requester.length)
        .putLong(certificate.at().toEpochMilli())
        .put(Ids.bytes(certificate.askedBy().value()))
        .put(Ids.bytes(certificate.decidedBy().value()))
        .put(requester)
        .array();
  }

  private Certificate certificate(Place place, byte[] sealed) {
    ByteBuffer content = ByteBuffer.wrap(vault.open(place.school(), clear(place), sealed));
    Instant at = Instant.ofEpochMilli(content.getLong());
    StaffId askedBy = staff(content);
    StaffId decidedBy = staff(content);
    Requester requester = Requester.valueOf(UTF_8.decode(content).toString());
    return new Certificate(place.dossier(), at, requester, askedBy, decidedBy);
  }

  private static StaffId staff(ByteBuffer content) {
    byte[] id = new byte[Ids.LENGTH];
    content.get(id);
    return new StaffId(Ids.uuid(id));
  }
}
