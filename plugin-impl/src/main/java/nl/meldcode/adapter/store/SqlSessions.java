package nl.meldcode.adapter.store;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;

/**
 * Sessions by the hash of their secret. The last use is written down at most every 15 seconds, so
 * that a session may end that much early, never late. What was read is remembered as long as nobody
 * else uses this database.
 */
final class SqlSessions implements Sessions {
  private static final Duration IDLE = Duration.ofMinutes(20);
  private static final Duration LONGEST = Duration.ofHours(8);
  private static final Duration COARSE = Duration.ofSeconds(15);
  private static final int MOST = 2_000;
  private static final String USE =
      "INSERT INTO launch_token (name, until) VALUES (?, ?) ON CONFLICT DO NOTHING";
  private static final String USED = "SELECT 1 FROM launch_token WHERE name = ?";
  private static final String BEGIN =
      "INSERT INTO session (name, tenant, began, seen, sealed) VALUES (?, ?, ?, ?, ?)";
  private static final String FIND =
      "SELECT tenant, began, seen, sealed FROM session WHERE name = ?";
  private static final String OF_TENANT =
      "SELECT name, sealed, began FROM session WHERE tenant = ?";
  private static final String SEEN = "UPDATE session SET seen = ? WHERE name = ?";
  private static final String END = "DELETE FROM session WHERE name = ?";
  private static final String OPEN =
      "INSERT INTO context (session, name, school, sealed) VALUES (?, ?, ?, ?)";
  private static final String CONTEXT =
      "SELECT school, sealed FROM context WHERE session = ? AND name = ?";
  private static final String SWEEP_TOKENS = "DELETE FROM launch_token WHERE until < ?";
  private static final String SWEEP_SESSIONS = "DELETE FROM session WHERE seen < ? OR began < ?";
  private final Database database;
  private final SessionForm form;
  private final SecureRandom random = new SecureRandom();
  private final Recent<Hash, Row> rows;
  private final Recent<Hash, Opened> contexts;

  private record Opened(Hash session, Context context) {}

  private record Row(Session session, Instant seen) {
    boolean alive(Instant now) {
      return now.isBefore(seen.plus(IDLE)) && now.isBefore(session.began().plus(LONGEST));
    }
  }

  SqlSessions(Database database, Vault vault) {
    this.database = database;
    form = new SessionForm(vault);
    int remembered = database.shared() ? 0 : MOST;
    rows = new Recent<>(remembered);
    contexts = new Recent<>(remembered);
  }

  /** Remembers nothing: it is read anew. */
  void forget() {
    rows.removeIf((secret, row) -> true);
    contexts.removeIf((secret, opened) -> true);
  }

  @Override
  public boolean useOnce(String issuer, String tokenId, Instant until) {
    byte[] name = name(issuer, tokenId);
    return database.write(statements -> statements.run(USE, name, until.toEpochMilli())) == 1;
  }

  @Override
  public boolean wasUsed(String issuer, String tokenId) {
    byte[] name = name(issuer, tokenId);
    return database.read(statements -> isThere(statements, name));
  }

  @Override
  public String begin(Session session) {
    String secret = secret();
    byte[] name = name(secret);
    byte[] sealed = form.seal(name, session);
    long at = session.began().toEpochMilli();
    database.write(statements -> statements.run(BEGIN, name, session.tenant(), at, at, sealed));
    return secret;
  }

  @Override
  public Optional<Session> find(String secret, Instant now) {
    byte[] name = name(secret);
    Hash key = new Hash(name);
    Optional<Row> row = rows.get(key, () -> database.read(statements -> find(statements, name)));
    if (row.isPresent() && !row.get().alive(now)) {
      end(secret);
      return Optional.empty();
    }
    return row.filter(found -> see(name, found, now)).map(Row::session);
  }

  /** Whether it is still there: who waits to write may wait for who ends it. */
  private boolean see(byte[] name, Row row, Instant now) {
    if (!now.isAfter(row.seen().plus(COARSE))) {
      return true;
    }
    if (database.write(statements -> statements.run(SEEN, now.toEpochMilli(), name)) == 0) {
      return false;
    }
    rows.replace(new Hash(name), new Row(row.session(), now));
    return true;
  }

  @Override
  public void end(String secret) {
    end(name(secret));
  }

  @Override
  public void endAll(String tenant, StaffId staff, Instant authenticatedAt) {
    long second = authenticatedAt.getEpochSecond();
    database
        .read(statements -> sessions(statements, tenant))
        .forEach(
            (name, session) -> {
              if (session.staff().equals(staff)
                  && session.authenticatedAt().getEpochSecond() == second) {
                end(name.bytes());
              }
            });
  }

  private Map<Hash, Session> sessions(Statements statements, String tenant) throws SQLException {
    Map<Hash, Session> all = new HashMap<>();
    try (ResultSet rows = statements.of(OF_TENANT, tenant).executeQuery()) {
      while (rows.next()) {
        byte[] name = rows.getBytes(1);
        session(tenant, name, rows).ifPresent(one -> all.put(new Hash(name), one));
      }
    }
    return all;
  }

  /** One that cannot be opened lets nobody in either. */
  private Optional<Session> session(String tenant, byte[] name, ResultSet row) throws SQLException {
    try {
      return Optional.of(form.session(tenant, name, row.getBytes(2), row.getLong(3)));
    } catch (Tampered e) {
      return Optional.empty();
    }
  }

  private void end(byte[] name) {
    database.write(statements -> statements.run(END, name));
    Hash ended = new Hash(name);
    rows.removeIf((key, row) -> key.equals(ended));
    contexts.removeIf((key, opened) -> opened.session().equals(ended));
  }

  @Override
  public String open(String secret, Context context, Instant now) {
    if (find(secret, now).isEmpty()) {
      throw new IllegalStateException("no such session");
    }
    String id = secret();
    byte[] session = name(secret);
    byte[] name = name(id);
    byte[] sealed = form.seal(name, context);
    database.write(
        statements -> statements.run(OPEN, session, name, context.school().value(), sealed));
    return id;
  }

  @Override
  public Optional<Context> context(String secret, String contextId) {
    byte[] session = name(secret);
    Hash owner = new Hash(session);
    Hash key = new Hash(name(contextId));
    return contexts
        .get(
            key,
            () ->
                database
                    .read(statements -> context(statements, session, name(contextId)))
                    .map(context -> new Opened(owner, context)))
        .filter(one -> one.session().equals(owner))
        .map(Opened::context);
  }

  void sweep(Instant now) {
    rows.removeIf((key, row) -> true);
    contexts.removeIf((key, opened) -> true);
    long idle = now.minus(IDLE).toEpochMilli();
    long longest = now.minus(LONGEST).toEpochMilli();
    database.write(
        statements ->
            statements.run(SWEEP_TOKENS, now.toEpochMilli())
                + statements.run(SWEEP_SESSIONS, idle, longest));
  }

  private Optional<Row> find(Statements statements, byte[] name) throws SQLException {
    try (ResultSet row = statements.of(FIND, name).executeQuery()) {
      return row.next()
          ? Optional.of(
              new Row(
                  form.session(row.getString(1), name, row.getBytes(4), row.getLong(2)),
                  Instant.ofEpochMilli(row.getLong(3))))
          : Optional.empty();
    }
  }

  private Optional<Context> context(Statements statements, byte[] session, byte[] name)
      throws SQLException {
    try (ResultSet row = statements.of(CONTEXT, session, name).executeQuery()) {
      return row.next()
          ? Optional.of(form.context(new SchoolId(row.getString(1)), name, row.getBytes(2)))
          : Optional.empty();
    }
  }

  private String secret() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static boolean isThere(Statements statements, byte[] token) throws SQLException {
    try (ResultSet row = statements.of(USED, token).executeQuery()) {
      return row.next();
    }
  }

  private static byte[] name(String issuer, String tokenId) {
    return Hash.of(Labels.clear("token", Labels.text(issuer), Labels.text(tokenId))).bytes();
  }

  private static byte[] name(String secret) {
    return Hash.of(Labels.text(secret)).bytes();
  }
}
