package nl.meldcode.referencehost.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Who is signed in. Only a hash of the cookie is stored. */
public final class Sessions {
  private static final Duration SCHOOL_DAY = Duration.ofHours(8);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final Accounts accounts;
  private final Clock clock;

  public Sessions(Database database, Accounts accounts, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** A session of an account; {@code csrf} belongs in each of its forms. */
  public record Session(Account account, Instant signedInAt, String csrf) {}

  /** Starts a session and gives the value of its cookie. */
  public String start(Account account) {
    String token = randomToken();
    Instant now = clock.instant();
    database.update(
        "DELETE FROM session WHERE signed_in_at < ?", now.minus(SCHOOL_DAY).toEpochMilli());
    database.update(
        "INSERT INTO session VALUES (?, ?, ?, ?)",
        hash(token),
        account.login(),
        now.toEpochMilli(),
        randomToken());
    return token;
  }

  public Optional<Session> find(String token) {
    return database
        .find(
            "SELECT login, signed_in_at, csrf FROM session WHERE token_hash = ? AND signed_in_at >= ?",
            row -> new Stored(row.getString(1), row.getLong(2), row.getString(3)),
            hash(token),
            clock.instant().minus(SCHOOL_DAY).toEpochMilli())
        .flatMap(
            stored ->
                accounts
                    .find(stored.login())
                    .map(
                        found ->
                            new Session(found, Instant.ofEpochMilli(stored.at()), stored.csrf())));
  }

  public void end(String token) {
    database.update("DELETE FROM session WHERE token_hash = ?", hash(token));
  }

  /** 256 random bits. */
  public static String randomToken() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String token) {
    return Sha256.hex(token.getBytes(UTF_8));
  }

  private record Stored(String login, long at, String csrf) {}
}
