package nl.meldcode.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.EmergencyAccesses;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.domain.emergency.EmergencyAccess;
import nl.meldcode.domain.emergency.EmergencyAccess.Review;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Emergency accesses and their reviews as rows, sealed under the school's key. What was read is
 * remembered, since every request asks, as long as nobody else uses this database.
 */
final class SqlEmergencyAccesses implements EmergencyAccesses {
  private static final String ADD =
      "INSERT INTO emergency_access (school, id, at, sealed) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT (school, id) DO NOTHING";
  private static final String REVIEW =
      "INSERT INTO emergency_review (school, id, at, sealed) SELECT school, id, ?, ? FROM"
          + " emergency_access WHERE school = ? AND id = ? ON CONFLICT (school, id) DO NOTHING";
  private static final String DELETE = "DELETE FROM emergency_access WHERE school = ? AND id = ?";
  private static final String DELETE_REVIEW =
      "DELETE FROM emergency_review WHERE school = ? AND id = ?";
  private static final String ADD_REVIEW =
      "INSERT INTO emergency_review (school, id, at, sealed) VALUES (?, ?, ?, ?)";
  private static final String SCHOOLS = "SELECT DISTINCT school FROM emergency_access";
  private static final String ALL =
      "SELECT a.id, a.at, a.sealed, r.at, r.sealed FROM emergency_access a"
          + " LEFT JOIN emergency_review r ON r.school = a.school AND r.id = a.id"
          + " WHERE a.school = ? ORDER BY a.at, a.id";
  private static final Logger LOG = LoggerFactory.getLogger(SqlEmergencyAccesses.class);
  private final JsonMapper json = new JsonMapper();
  private final Database database;
  private final Vault vault;
  private final Set<UUID> damaged = ConcurrentHashMap.newKeySet();
  private final Map<SchoolId, List<EmergencyAccess>> known = new ConcurrentHashMap<>();

  SqlEmergencyAccesses(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public EmergencyAccess add(SchoolId school, EmergencyAccess access) {
    long at = access.at().toEpochMilli();
    byte[] id = Ids.bytes(access.id());
    byte[] sealed =
        vault.seal(school, clear("emergency access", school, id, at), bytes(kept(access)));
    database.write(statements -> statements.run(ADD, school.value(), id, at, sealed));
    known.remove(school);
    return of(school).stream()
        .filter(one -> one.id().equals(access.id()))
        .findFirst()
        .orElseThrow(() -> new Tampered("emergency access " + access.id()));
  }

  @Override
  public boolean review(SchoolId school, UUID id, Review review) {
    long at = review.at().toEpochMilli();
    byte[] name = Ids.bytes(id);
    byte[] clear = clear("emergency review", school, name, at);
    KeptReview kept = new KeptReview(review.by().value(), review.justified(), review.note());
    byte[] sealed = vault.seal(school, clear, bytes(kept));
    int added = database.write(s -> s.run(REVIEW, at, sealed, school.value(), name));
    known.remove(school);
    return added == 1;
  }

  /**
   * Of a dossier that was destroyed only stays that somebody opened one, when, and whether that was
   * justified; at whatever school that was written down.
   */
  boolean forget(DossierId dossier) {
    boolean any = false;
    for (SchoolId school : database.read(SqlEmergencyAccesses::schools)) {
      for (EmergencyAccess one : of(school)) {
        if (dossier.equals(one.dossier())) {
          any |= database.write(s -> s.together(inOne -> forget(inOne, school, one)));
        }
      }
      known.remove(school);
    }
    return any;
  }

  private boolean forget(Statements statements, SchoolId school, EmergencyAccess access)
      throws SQLException {
    Review review = access.review();
    byte[] id = Ids.bytes(access.id());
    long at = access.at().toEpochMilli();
    Kept bare = new Kept(access.staff().value(), null, null, "");
    byte[] sealed = vault.seal(school, clear("emergency access", school, id, at), bytes(bare));
    statements.run(DELETE, school.value(), id);
    statements.run(ADD, school.value(), id, at, sealed);
    if (review != null) {
      long reviewedAt = review.at().toEpochMilli();
      KeptReview kept = new KeptReview(review.by().value(), review.justified(), "");
      byte[] clear = clear("emergency review", school, id, reviewedAt);
      statements.run(DELETE_REVIEW, school.value(), id);
      statements.run(
          ADD_REVIEW, school.value(), id, reviewedAt, vault.seal(school, clear, bytes(kept)));
    }
    return true;
  }

  /** Remembers nothing: it is read anew. */
  void forget() {
    known.clear();
  }

  private static List<SchoolId> schools(Statements statements) throws SQLException {
    List<SchoolId> all = new ArrayList<>();
    try (ResultSet rows = statements.of(SCHOOLS).executeQuery()) {
      while (rows.next()) {
        all.add(new SchoolId(rows.getString(1)));
      }
    }
    return all;
  }

  /** Number of rows that are not what was written. */
  int damaged() {
    return damaged.size();
  }

  @Override
  public List<EmergencyAccess> of(SchoolId school) {
    return database.shared()
        ? database.read(statements -> read(statements, school))
        : known.computeIfAbsent(school, one -> database.read(statements -> read(statements, one)));
  }

  private List<EmergencyAccess> read(Statements statements, SchoolId school) throws SQLException {
    List<EmergencyAccess> all = new ArrayList<>();
    try (ResultSet rows = statements.of(ALL, school.value()).executeQuery()) {
      while (rows.next()) {
        add(all, rows, school);
      }
    }
    return List.copyOf(all);
  }

  /** One that is not what was written opens nothing, and stands in nobody's way. */
  private void add(List<EmergencyAccess> all, ResultSet row, SchoolId school) throws SQLException {
    byte[] id = row.getBytes(1);
    long at = row.getLong(2);
    try {
      byte[] clear = clear("emergency access", school, id, at);
      Kept kept = read(Kept.class, vault.open(school, clear, row.getBytes(3)));
      all.add(kept.of(Ids.uuid(id), at, review(row, school, id)));
    } catch (Tampered e) {
      damaged.add(Ids.uuid(id));
      LOG.error("emergency access {} is not what was written", Ids.uuid(id));
    }
  }

  private @Nullable Review review(ResultSet rows, SchoolId school, byte[] id) throws SQLException {
    long at = rows.getLong(4);
    byte[] sealed = rows.getBytes(5);
    byte[] clear = clear("emergency review", school, id, at);
    return sealed == null ? null : read(KeptReview.class, vault.open(school, clear, sealed)).at(at);
  }

  private static byte[] clear(String purpose, SchoolId school, byte[] id, long at) {
    return Labels.clear(purpose, Labels.text(school.value()), id, Labels.number(at));
  }

  private static Kept kept(EmergencyAccess access) {
    PupilId pupil = access.pupil();
    DossierId dossier = access.dossier();
    return new Kept(
        access.staff().value(),
        pupil == null ? null : pupil.value(),
        dossier == null ? null : dossier.value(),
        access.reason());
  }

  /** What is sealed of an access. */
  record Kept(UUID staff, @Nullable UUID pupil, @Nullable UUID dossier, String reason) {
    EmergencyAccess of(UUID id, long at, @Nullable Review review) {
      return new EmergencyAccess(
          id,
          Instant.ofEpochMilli(at),
          new StaffId(staff),
          pupil == null ? null : new PupilId(pupil),
          dossier == null ? null : new DossierId(dossier),
          reason,
          review);
    }

    @Override
    public String toString() {
      return "Kept";
    }
  }

  /** What is sealed of a review. */
  record KeptReview(UUID by, boolean justified, String note) {
    Review at(long at) {
      return new Review(Instant.ofEpochMilli(at), new StaffId(by), justified, note);
    }

    @Override
    public String toString() {
      return "KeptReview";
    }
  }

  private byte[] bytes(Record kept) {
    try {
      return json.writeValueAsBytes(kept);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts can be written", e);
    }
  }

  private <T> T read(Class<T> type, byte[] content) {
    try {
      return json.readValue(content, type);
    } catch (IOException e) {
      throw new Tampered("emergency access");
    }
  }
}
