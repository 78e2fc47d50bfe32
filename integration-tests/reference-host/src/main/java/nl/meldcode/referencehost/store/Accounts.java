package nl.meldcode.referencehost.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The accounts and their password hashes. */
public final class Accounts {
  private static final String NOBODY = Passwords.hash(Passwords.random());
  private final Database database;

  public Accounts(Database database) {
    this.database = database;
  }

  public boolean isEmpty() {
    return database.list("SELECT login FROM account LIMIT 1", row -> row.getString(1)).isEmpty();
  }

  /** Adds an account with what {@link Passwords#hash} made of its password. */
  public void add(Account account, String hash) {
    database.update(
        "INSERT INTO account VALUES (?, ?, ?, ?)",
        account.login(),
        account.kind().name(),
        account.subject().toString(),
        hash);
  }

  /**
   * The account with this login, when the password is right. A wrong login takes as long as a wrong
   * password.
   */
  public Optional<Account> signIn(String login, String password) {
    String name = login.strip().toLowerCase(Locale.ROOT);
    List<String> hashes =
        database.list("SELECT hash FROM account WHERE login = ?", row -> row.getString(1), name);
    boolean right = Passwords.matches(password, hashes.isEmpty() ? NOBODY : hashes.get(0));
    return right ? find(name) : Optional.empty();
  }

  public Optional<Account> find(String login) {
    return database.find(
        "SELECT kind, subject FROM account WHERE login = ?",
        row ->
            new Account(
                login, Account.Kind.valueOf(row.getString(1)), UUID.fromString(row.getString(2))),
        login);
  }
}
