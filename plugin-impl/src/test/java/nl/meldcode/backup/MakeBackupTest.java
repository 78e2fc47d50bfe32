package nl.meldcode.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.adapter.store.DataLock;
import nl.meldcode.adapter.store.OpenStore;
import nl.meldcode.progress.Progress;
import nl.meldcode.sqlite.SqliteCopy;
import nl.meldcode.verify.Verification;
import nl.meldcode.verify.Verification.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is whole, checked and without keys, or it is not there. */
@Covers("R09")
class MakeBackupTest {
  @TempDir private Path place;
  private Path target;
  private KeptSchool school;

  @BeforeEach
  void twoDossiers() {
    target = place.resolve("backups/data");
    school = new KeptSchool(place.resolve("data"));
  }

  @Test
  void itHoldsWhatWasRecordedForItsOwnerAloneAndNamesNoSchool() throws IOException {
    Path made = school.backup(target);

    assertThat(KeptSchool.ends(made)).hasSize(3).isEqualTo(KeptSchool.ends(school.dir()));
    assertThat(KeptSchool.content(made).keySet())
        .containsExactly(
            "erasures.log",
            "jwks.json",
            "manifest.json",
            "manifest.sha256",
            "plugin/access/2026-03.log",
            "plugin/heads.log",
            "plugin/heads.signed",
            "plugin/meldcode.db");
    assertThat(Verification.of(made, made.resolve("jwks.json"), Progress.UNHEARD))
        .noneMatch(line -> line.verdict() == Verdict.FAULT)
        .noneMatch(line -> line.part().equals("Na de kop"));
    assertThat(Files.readString(made.resolve("manifest.json")))
        .contains("\"format\" : 1", "\"kind\" : \"data\"", "2026-03-05T01:30:01Z")
        .doesNotContain("99AA");
    try (Stream<Path> all = Files.walk(made)) {
      assertThat(all)
          .allSatisfy(
              one ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                      .isEqualTo(Files.isDirectory(one) ? "rwx------" : "rw-------"));
    }
    assertThat(MakeBackup.newestOfData(target)).contains(Instant.parse("2026-03-05T01:30:01Z"));
  }

  @Test
  void whatWasAcknowledgedBeforeItBeganIsInItWhoeverWritesMeanwhile() throws Exception {
    AtomicInteger acknowledged = new AtomicInteger();
    AtomicBoolean enough = new AtomicBoolean();
    try (OpenStore open = new OpenStore(school.dir())) {
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(
              () -> {
                while (!enough.get()) {
                  open.store().dossiers().append(school.stays.signal("meer"));
                  acknowledged.incrementAndGet();
                }
              });
      for (int i = 0; i < 5; i++) {
        int before = acknowledged.get();
        Path made = school.backup(target);

        assertThat(entries(made) - 4).isBetween((long) before, (long) acknowledged.get() + 1);
        assertThat(Verification.of(made, made.resolve("jwks.json"), Progress.UNHEARD))
            .noneMatch(line -> line.verdict() == Verdict.FAULT);
      }
      enough.set(true);
      writing.get(30, TimeUnit.SECONDS);
      assertThat(acknowledged).hasValueGreaterThan(20);
    }
  }

  @Test
  @Covers("S23")
  void noKeyIsInABackupOfTheData() throws Exception {
    List<String> secrets = secrets();
    Path made = school.backup(target);
    Path keys = school.backupOfKeys(place.resolve("backups/keys"));

    assertThat(secrets).hasSizeGreaterThan(5);
    String data = String.join("", KeptSchool.content(made).values());
    String all = String.join("", KeptSchool.content(keys).values());
    assertThat(secrets)
        .allSatisfy(one -> assertThat(data).doesNotContain(one))
        .filteredOn(all::contains)
        .as("they are where they belong")
        .hasSize(secrets.size() - 1);
  }

  @Test
  @Covers("S23")
  void dataAndKeysNeverLieTogether() {
    Path made = school.backup(target);
    for (Path near :
        List.of(target, target.resolve("keys"), made.resolve("plugin"), target.getParent())) {
      assertThatExceptionOfType(BackupRefused.class)
          .isThrownBy(() -> school.backupOfKeys(near))
          .withMessageContaining("belong in places apart");
    }
    Path keys = place.resolve("backups/keys");
    school.backupOfKeys(keys);
    for (Path near : List.of(keys, keys.resolve("data"), keys.getParent())) {
      assertThatExceptionOfType(BackupRefused.class)
          .isThrownBy(() -> school.backup(near))
          .withMessageContaining("belong in places apart");
    }
    assertThatExceptionOfType(BackupRefused.class)
        .isThrownBy(() -> school.backup(school.dir().resolve("backups")))
        .withMessageContaining("outside of the data directory");
    assertThat(school.dir().resolve("backups")).doesNotExist();
  }

  @Test
  void theNewestAreKeptAndWhatIsBrokenNeitherCountsNorGoes() throws IOException {
    List<Path> made = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      made.add(school.backup(target));
    }
    Files.delete(made.get(1).resolve("manifest.json"));

    Path last = school.backup(target, 2).data();

    assertThat(listed()).containsExactly(made.get(1), made.get(2), last);
    assertThatExceptionOfType(BackupRefused.class).isThrownBy(() -> school.backup(target, 0));
  }

  @Test
  @Covers("R08")
  void ofDamagedDataNoneIsMadeAndTheLastGoodOneStays() throws SQLException {
    Path good = school.backup(target);
    school.data().edit("UPDATE entry SET at = at + 1 WHERE seq = 2");

    assertThatExceptionOfType(BackupRefused.class)
        .isThrownBy(() -> school.backup(target, 1).data())
        .withMessageContaining("what is recorded is not what was written (Dossiers: ");

    assertThat(listed()).containsExactly(good);
  }

  @Test
  void whatAnInterruptedOneLeftIsNoBackupAndGoesWithTheNext() throws IOException {
    Path left = target.resolve(".unfinished-meldcode-data-20260305T013000.000Z");
    Files.createDirectories(left.resolve("plugin"));
    Files.writeString(left.resolve("plugin/meldcode.db"), "half");

    Path made = school.backup(target);

    assertThat(listed()).containsExactly(made);
    assertThat(left).doesNotExist();
  }

  @Test
  void aLockThatCannotBeTakenIsNotSaidToBeInUse() throws IOException {
    Path lock = Files.createDirectories(target.resolve(".lock"));

    assertThatExceptionOfType(BackupRefused.class)
        .isThrownBy(() -> school.backup(target))
        .withMessageStartingWith("cannot lock ");

    Files.delete(lock);
    DataLock held = DataLock.take(lock).orElseThrow();
    assertThatExceptionOfType(BackupRefused.class)
        .isThrownBy(() -> school.backup(target))
        .withMessageStartingWith("another backup is being written to ");
    held.close();
    assertThat(school.backup(target)).isDirectory();
  }

  @Test
  void keysThatDoNotBelongTogetherAreNoBackup() throws IOException {
    Path key = school.dir().resolve("keys/admin.key");
    String other =
        "meldcode-admin-key-1:" + Base64.getEncoder().encodeToString(new byte[32]) + "\n";
    Files.writeString(key, other);

    assertThatExceptionOfType(BackupRefused.class)
        .isThrownBy(() -> school.backupOfKeys(target))
        .withMessageContaining("is not the key of this data");
    assertThat(listed()).isEmpty();
  }

  private List<Path> listed() {
    try (Stream<Path> all = Files.list(target)) {
      return all.filter(one -> !one.endsWith(".lock")).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static long entries(Path dir) throws SQLException {
    try (Connection connection = SqliteCopy.open(dir.resolve("plugin/meldcode.db"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM entry")) {
      return row.getLong(1);
    }
  }

  /** The administrator's key as it is written and as it is, each wrapped key, and the plugin's. */
  private List<String> secrets() throws Exception {
    List<String> all = new ArrayList<>();
    Path keys = school.dir().resolve("keys");
    String line = Files.readString(keys.resolve("admin.key")).strip();
    String admin = line.substring(line.indexOf(':') + 1);
    all.add(admin);
    all.add(new String(Base64.getDecoder().decode(admin), ISO_8859_1));
    all.add(ECKey.parse(Files.readString(keys.resolve("plugin-jwk.json"))).getD().toString());
    try (Connection connection = SqliteCopy.open(school.dir().resolve("plugin/keys/keys.db"));
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT wrapped FROM school_key UNION ALL SELECT wrapped FROM dossier_key")) {
      while (rows.next()) {
        all.add(new String(rows.getBytes(1), ISO_8859_1));
      }
    }
    return all;
  }
}
