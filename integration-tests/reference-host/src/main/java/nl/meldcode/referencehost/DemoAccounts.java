package nl.meldcode.referencehost;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meldcode.referencehost.model.StaffRole;
import nl.meldcode.referencehost.store.Account;
import nl.meldcode.referencehost.store.Accounts;
import nl.meldcode.referencehost.store.OwnerOnly;
import nl.meldcode.referencehost.store.Passwords;
import nl.meldcode.referencehost.store.Roster;
import nl.meldcode.referencehost.store.StoreFailure;

/** Makes the accounts at the first start and writes down who they are. */
final class DemoAccounts {
  private static final List<String> STAFF =
      List.of("anja", "tim", "nora", "sem", "petra", "rik", "vera", "femke");

  private final Roster roster;
  private final Optional<String> fixedPassword;

  DemoAccounts(Roster roster, Optional<String> fixedPassword) {
    this.roster = roster;
    this.fixedPassword = fixedPassword;
  }

  /** Does nothing when there are accounts already. */
  void create(Accounts accounts, Optional<Path> listing) {
    if (!accounts.isEmpty()) {
      return;
    }
    // One password for all is hashed once: it takes long on purpose, and everybody waits for it.
    Map<String, String> hashes = new HashMap<>();
    List<String> lines = new ArrayList<>();
    lines.add("Accounts of Leerlingplein (name, password, who)");
    for (Account account : all()) {
      String password = fixedPassword.orElseGet(Passwords::random);
      accounts.add(account, hashes.computeIfAbsent(password, Passwords::hash));
      lines.add("  %-7s %-15s %s".formatted(account.login(), password, who(account)));
    }
    listing.ifPresent(file -> write(file, lines));
  }

  private static List<Account> all() {
    List<Account> accounts = new ArrayList<>();
    STAFF.forEach(name -> accounts.add(staff(name)));
    accounts.add(parent("ilse", "ilse-van-dam"));
    accounts.add(parent("jeroen", "jeroen-hendriks"));
    accounts.add(parent("sanne", "sanne-mulder"));
    return accounts;
  }

  private static Account staff(String login) {
    return new Account(login, Account.Kind.STAFF, Ids.of("staff", login));
  }

  private static Account parent(String login, String person) {
    return new Account(login, Account.Kind.PARENT, Ids.of("person", person));
  }

  private String who(Account account) {
    Optional<String> description =
        switch (account.kind()) {
          case STAFF ->
              roster
                  .staff(account.subject())
                  .map(staff -> staff.fullName() + ", " + role(staff.roles().get(0)));
          case PARENT ->
              roster.person(account.subject()).map(person -> person.fullName() + ", ouderportaal");
        };
    return description.orElse("");
  }

  private String role(StaffRole role) {
    String group =
        Optional.ofNullable(role.groupId())
            .flatMap(roster::group)
            .map(g -> " " + g.name())
            .orElse("");
    return role.role().dutch() + group;
  }

  private static void write(Path file, List<String> lines) {
    try {
      OwnerOnly.write(file, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    } catch (IOException e) {
      throw new StoreFailure("cannot write the accounts file", e);
    }
  }
}
