package nl.meldcode.adapter.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.meldcode.Covers;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.sqlite.SqliteFile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileVaultTest {
  private static final SchoolId SCHOOL = new SchoolId("99AA");
  private static final SchoolId OTHER = new SchoolId("99BB");
  private static final DossierId DOSSIER = new DossierId(UUID.randomUUID());
  private static final byte[] CLEAR = "clear".getBytes(UTF_8);
  private static final byte[] CONTENT = "wat het kind vertelde".getBytes(UTF_8);

  @TempDir private Path dir;

  @Test
  void whatWasSealedOpensAfterRestart() {
    byte[] dossier;
    byte[] school;
    byte[] lookup;
    try (FileVault vault = FileVault.open(dir)) {
      dossier = vault.seal(SCHOOL, DOSSIER, CLEAR, CONTENT);
      school = vault.seal(SCHOOL, CLEAR, CONTENT);
      lookup = vault.lookup(SCHOOL, CONTENT);
    }
    try (FileVault vault = FileVault.open(dir)) {
      assertThat(vault.open(SCHOOL, DOSSIER, CLEAR, dossier)).isEqualTo(CONTENT);
      assertThat(vault.open(SCHOOL, CLEAR, school)).isEqualTo(CONTENT);
      assertThat(vault.lookup(SCHOOL, CONTENT)).isEqualTo(lookup).hasSize(32);
      assertThat(vault.lookup(OTHER, CONTENT)).isNotEqualTo(lookup);
    }
  }

  @Test
  @Covers("S25")
  void nothingOpensUnderAnotherKeyOrClearPart() {
    try (FileVault vault = FileVault.open(dir)) {
      DossierId other = new DossierId(UUID.randomUUID());
      byte[] sealed = vault.seal(SCHOOL, DOSSIER, CLEAR, CONTENT);
      vault.seal(SCHOOL, other, CLEAR, CONTENT);
      vault.seal(OTHER, DOSSIER, CLEAR, CONTENT);
      refuses(() -> vault.open(SCHOOL, other, CLEAR, sealed));
      refuses(() -> vault.open(OTHER, DOSSIER, CLEAR, sealed));
      refuses(() -> vault.open(SCHOOL, CLEAR, sealed));
      refuses(() -> vault.open(SCHOOL, DOSSIER, CONTENT, sealed));
      assertThatExceptionOfType(Tampered.class)
          .as("a key that is gone")
          .isThrownBy(() -> vault.open(SCHOOL, new DossierId(UUID.randomUUID()), CLEAR, sealed));
    }
  }

  @Test
  @Covers("S25")
  void everyFlippedBitAndEveryCutIsRefused() {
    try (FileVault vault = FileVault.open(dir)) {
      byte[] sealed = vault.seal(SCHOOL, DOSSIER, CLEAR, CONTENT);
      for (int bit = 0; bit < sealed.length * 8; bit++) {
        byte[] flipped = sealed.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        refuses(() -> vault.open(SCHOOL, DOSSIER, CLEAR, flipped));
      }
      for (int length = 0; length < sealed.length; length++) {
        byte[] cut = Arrays.copyOf(sealed, length);
        refuses(() -> vault.open(SCHOOL, DOSSIER, CLEAR, cut));
      }
    }
  }

  @Test
  @Covers("S25")
  void noNonceComesTwice() {
    try (FileVault vault = FileVault.open(dir)) {
      Set<String> nonces = new HashSet<>();
      for (int i = 0; i < 100_000; i++) {
        byte[] sealed = vault.seal(SCHOOL, DOSSIER, CLEAR, CLEAR);
        nonces.add(HexFormat.of().formatHex(sealed, 1, 13));
      }
      assertThat(nonces).hasSize(100_000);
    }
  }

  @Test
  @Covers("S24")
  void theKeyFileIsItsOwnersAlone() throws IOException {
    FileVault.open(dir).close();
    Path key = dir.resolve("keys/admin.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    refusesToStart("can be read by others");
  }

  @Test
  @Covers("S24")
  void underAnotherAdministratorsKeyAllOpensAndTheOneBeforeIsUseless() throws IOException {
    Path key = dir.resolve("keys/admin.key");
    byte[] dossier;
    byte[] school;
    String before;
    try (FileVault vault = FileVault.open(dir)) {
      dossier = vault.seal(SCHOOL, DOSSIER, CLEAR, CONTENT);
      before = Files.readString(key);
      vault.rotate();
      school = vault.seal(OTHER, CLEAR, CONTENT);
      assertThat(vault.open(SCHOOL, DOSSIER, CLEAR, dossier)).isEqualTo(CONTENT);
    }
    String after = Files.readString(key);
    assertThat(after).isNotEqualTo(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(dir.resolve("keys/admin.key.next")).doesNotExist();
    try (FileVault vault = FileVault.open(dir)) {
      assertThat(vault.open(SCHOOL, DOSSIER, CLEAR, dossier)).isEqualTo(CONTENT);
      assertThat(vault.open(OTHER, CLEAR, school)).isEqualTo(CONTENT);
    }
    Files.writeString(key, before);
    refusesToStart("is not the key of this data");
  }

  @Test
  @Covers("S24")
  void aRotationThatWasInterruptedEndsWithEitherKeyAndAllOpens() throws IOException {
    Path key = dir.resolve("keys/admin.key");
    Path next = dir.resolve("keys/admin.key.next");
    byte[] dossier;
    String before;
    try (FileVault vault = FileVault.open(dir)) {
      dossier = vault.seal(SCHOOL, DOSSIER, CLEAR, CONTENT);
      before = Files.readString(key);
    }
    for (String waiting :
        new String[] {"", "meldcode-admin-key-1:", before.replaceFirst(":.{6}", ":AAAAAA")}) {
      Files.writeString(next, waiting);
      Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
      opens(dossier);
      assertThat(next).as("was not wrapped in yet").doesNotExist();
      assertThat(Files.readString(key)).isEqualTo(before);
    }

    try (FileVault vault = FileVault.open(dir)) {
      vault.rotate();
    }
    String after = Files.readString(key);
    Files.move(key, next);
    Files.writeString(key, before);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    opens(dossier);
    assertThat(Files.readString(key)).as("was wrapped in").isEqualTo(after);
  }

  @Test
  @Covers("S24")
  void whileKeysAreUsedTheAdministratorsKeyChangesUnnoticed() throws Exception {
    try (FileVault vault = FileVault.open(dir)) {
      AtomicBoolean done = new AtomicBoolean();
      CompletableFuture<Integer> used =
          CompletableFuture.supplyAsync(
              () -> {
                int count = 0;
                while (!done.get() || count < 20) {
                  DossierId dossier = new DossierId(UUID.randomUUID());
                  byte[] sealed = vault.seal(new SchoolId("99" + count), dossier, CLEAR, CONTENT);
                  vault.open(new SchoolId("99" + count++), dossier, CLEAR, sealed);
                }
                return count;
              });
      for (int i = 0; i < 10; i++) {
        vault.rotate();
      }
      done.set(true);
      assertThat(used.get(30, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(20);
    }
    FileVault.open(dir).close();
  }

  @Test
  @Covers("S24")
  void whoCopiesTheKeysDuringARotationCostsNobodyAKey() throws Exception {
    byte[] dossier;
    try (FileVault vault = FileVault.open(dir)) {
      dossier = vault.seal(SCHOOL, DOSSIER, CLEAR, CONTENT);
      try (Connection reader = new SqliteFile(dir.resolve("plugin/keys/keys.db")).open();
          Statement statement = reader.createStatement()) {
        statement.execute("PRAGMA busy_timeout = 1");
        statement.execute("BEGIN");
        statement.executeQuery("SELECT count(*) FROM school_key").next();
        vault.rotate();
        byte[] other = vault.seal(OTHER, CLEAR, CONTENT);
        vault.rotate();
        assertThat(vault.open(OTHER, CLEAR, other)).isEqualTo(CONTENT);
      }
    }
    opens(dossier);
  }

  @Test
  @Covers("S24")
  void aKeyThatWaitsAndCannotBeReadIsNotThrownAway() throws IOException {
    Path key = dir.resolve("keys/admin.key");
    Path next = dir.resolve("keys/admin.key.next");
    byte[] dossier;
    String before;
    try (FileVault vault = FileVault.open(dir)) {
      dossier = vault.seal(SCHOOL, DOSSIER, CLEAR, CONTENT);
      before = Files.readString(key);
      vault.rotate();
    }
    Files.move(key, next);
    Files.writeString(key, before);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-r--r--"));
    refusesToStart("can be read by others");

    Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
    opens(dossier);
  }

  private void opens(byte[] sealed) {
    try (FileVault vault = FileVault.open(dir)) {
      assertThat(vault.open(SCHOOL, DOSSIER, CLEAR, sealed)).isEqualTo(CONTENT);
    }
  }

  @Test
  @Covers("S24")
  void withoutItsKeyFileNothingStartsAndNothingIsMade() throws IOException {
    FileVault.open(dir).close();
    Path key = dir.resolve("keys/admin.key");
    Files.delete(key);
    refusesToStart("admin.key is missing");
    assertThat(key).doesNotExist();
  }

  @Test
  @Covers("S24")
  void aCutOrDamagedKeyFileIsRefused() throws IOException {
    FileVault.open(dir).close();
    Path key = dir.resolve("keys/admin.key");
    String whole = Files.readString(key);
    for (String damaged :
        new String[] {
          "", whole.substring(0, 30), whole.substring(0, 60), whole.replace(":", ":!")
        }) {
      Files.writeString(key, damaged);
      refusesToStart("put its copy back");
    }
    Files.writeString(key, whole);
    FileVault.open(dir).close();
  }

  @Test
  @Covers("S24")
  void anotherKeyFileIsRefused(@TempDir Path other) throws IOException {
    FileVault.open(dir).close();
    FileVault.open(other).close();
    Files.copy(
        other.resolve("keys/admin.key"),
        dir.resolve("keys/admin.key"),
        StandardCopyOption.REPLACE_EXISTING);
    refusesToStart("is not the key of this data");
  }

  private void refusesToStart(String message) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> FileVault.open(dir))
        .withMessageContaining(message);
  }

  private static void refuses(ThrowingCallable opening) {
    assertThatExceptionOfType(Tampered.class)
        .isThrownBy(opening)
        .withMessage("sealed content")
        .withNoCause();
  }
}
