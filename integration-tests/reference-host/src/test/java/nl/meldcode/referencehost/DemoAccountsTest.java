package nl.meldcode.referencehost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meldcode.referencehost.seed.DemoSchool;
import nl.meldcode.referencehost.store.Account;
import nl.meldcode.referencehost.store.Accounts;
import nl.meldcode.referencehost.store.Database;
import nl.meldcode.referencehost.store.Roster;
import nl.meldcode.referencehost.store.RosterStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoAccountsTest {
  @TempDir Path folder;

  @Test
  void thePasswordsInTheListOpenTheAccountsAndOnlyTheOwnerReadsTheList() throws IOException {
    Path listing = folder.resolve("accounts.txt");
    try (Database database = Database.open(folder.resolve("host"))) {
      Accounts accounts = new Accounts(database);
      Roster roster = new RosterStore(database).loadOr(DemoSchool::create);
      DemoAccounts demo = new DemoAccounts(roster, Optional.empty());
      demo.create(accounts, Optional.of(listing));
      List<List<String>> lines = words(listing);
      assertThat(lines).hasSize(11).extracting(line -> line.get(1)).doesNotHaveDuplicates();
      assertThat(accounts.signIn(lines.get(0).get(0), lines.get(0).get(1)))
          .contains(new Account("anja", Account.Kind.STAFF, Ids.of("staff", "anja")));
      assertThat(accounts.signIn("anja", lines.get(1).get(1))).isEmpty();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(listing)))
          .isEqualTo("rw-------");

      String before = Files.readString(listing);
      demo.create(accounts, Optional.of(listing));
      assertThat(Files.readString(listing)).isEqualTo(before);
    }
  }

  @Test
  void aFixedPasswordIsForLoopbackOnly() throws IOException {
    assertThat(password("http://localhost:8080")).contains("demo");
    assertThat(password("http://127.0.0.1:8080")).contains("demo");
    assertThat(password("https://host.example.org")).isEmpty();
  }

  @Test
  void theRosterOutlivesARestart() {
    Roster first;
    try (Database database = Database.open(folder)) {
      first = new RosterStore(database).loadOr(DemoSchool::create);
    }
    try (Database database = Database.open(folder)) {
      Roster again =
          new RosterStore(database)
              .loadOr(
                  () -> {
                    throw new AssertionError("seeded twice");
                  });
      assertThat(again.pupils()).containsExactlyElementsOf(first.pupils());
    }
  }

  private Optional<String> password(String origin) throws IOException {
    Path file = Files.writeString(folder.resolve("password.txt"), "demo\n");
    Map<String, Object> values =
        Map.of(
            "dataDir",
            folder.toString(),
            "hostOrigin",
            origin,
            "demoPasswordFile",
            file.toString());
    return TestSettings.with(values).demoPassword();
  }

  private static List<List<String>> words(Path listing) throws IOException {
    return Files.readAllLines(listing).stream()
        .skip(1)
        .map(line -> Arrays.asList(line.strip().split(" +", 3)))
        .toList();
  }
}
