package nl.meldcode.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import nl.meldcode.Covers;
import nl.meldcode.adapter.store.OpenStore;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.backup.RestoreBackup.Wish;
import nl.meldcode.progress.Progress;
import nl.meldcode.verify.KeptData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is put back is what was recorded, without what was destroyed; or nothing is touched. */
@Covers({"R08", "R09"})
class RestoreBackupTest {
  private static final Wish NOTHING = new Wish(null, null, false, false);
  private static final Wish REPLACE = new Wish(null, null, true, false);
  @TempDir private Path place;
  private Path elsewhere;
  private KeptSchool school;
  private Path backup;
  private Path keys;

  @BeforeEach
  void oneBackupOfEach() {
    elsewhere = place.resolve("elsewhere");
    school = new KeptSchool(place.resolve("data"));
    backup = school.backup(place.resolve("backups/data"));
    keys = school.backupOfKeys(place.resolve("backups/keys"));
  }

  @Test
  void elsewhereEverythingIsThereAndGoesOn() {
    String told = KeptSchool.restore(backup, elsewhere, withKeys(false));

    assertThat(told)
        .contains("Restored: everything that was recorded before 2026-03-05T01:30:01Z.")
        .doesNotContain("No keys");
    assertThat(KeptSchool.ends(elsewhere)).isEqualTo(KeptSchool.ends(school.dir()));
    try (OpenStore open = new OpenStore(elsewhere)) {
      assertThat(open.store().damaged()).isZero();
      assertThat(isThere(open, school.stays)).isTrue();
      open.store().dossiers().append(school.stays.signal("na de ramp"));
    }
    assertThat(elsewhere).isDirectoryNotContaining(one -> one.toString().contains(".restoring"));
  }

  @Test
  void whereNobodyLookedYetThereIsNothingToReadAndStillAllComesBack() {
    Path fresh = place.resolve("fresh");
    new OpenStore(fresh).close();
    Clock clock = Clock.fixed(KeptSchool.NOW, ZoneOffset.UTC);
    Path made =
        new MakeBackup(fresh, place.resolve("fresh-backups"), 1, clock, Progress.UNHEARD).data();

    assertThat(KeptSchool.restore(made, elsewhere, NOTHING)).contains("Restored: everything");
  }

  @Test
  void whatIsThereIsMovedAsideOnlyWhenAskedAndItsKeysStay() {
    school.record(school.stays);
    Map<String, String> before = KeptSchool.content(school.dir());
    refused(backup, school.dir(), NOTHING, "holds data; with --replace they are moved aside");
    assertThat(KeptSchool.content(school.dir())).isEqualTo(before);

    String told = KeptSchool.restore(backup, school.dir(), REPLACE);

    Path aside = school.dir().resolve("replaced-20260305T013000.000Z");
    assertThat(told)
        .contains("What was there is in " + aside + "; remove it once all is well: until then");
    assertThat(RestoreBackup.movedAside(school.dir()))
        .containsExactly("replaced-20260305T013000.000Z");
    assertThat(RestoreBackup.movedAside(elsewhere)).isEmpty();
    before.keySet().removeIf(name -> !name.matches("plugin/.*|erasures.log"));
    assertThat(KeptSchool.content(aside)).isEqualTo(before);
    assertThat(KeptSchool.ends(school.dir())).isEqualTo(KeptSchool.ends(backup));
    try (OpenStore open = new OpenStore(school.dir())) {
      assertThat(isThere(open, school.stays)).isTrue();
    }
  }

  @Test
  void aFolderOfKeysThatIsLinkedThereStaysAsItIs() throws IOException {
    Path keysElsewhere = Files.move(school.dir().resolve("keys"), place.resolve("mounted"));
    Files.createSymbolicLink(school.dir().resolve("keys"), keysElsewhere);
    Map<String, String> before = KeptSchool.content(keysElsewhere);

    KeptSchool.restore(backup, school.dir(), REPLACE);

    assertThat(school.dir().resolve("keys")).isSymbolicLink();
    assertThat(KeptSchool.content(keysElsewhere)).isNotEmpty().isEqualTo(before);
    try (OpenStore open = new OpenStore(school.dir())) {
      assertThat(isThere(open, school.stays)).isTrue();
    }
  }

  @Test
  void nothingIsPutBackWhileThePluginRuns() {
    try (OpenStore open = new OpenStore(school.dir())) {
      Map<String, String> before = KeptSchool.content(school.dir());

      refused(backup, school.dir(), REPLACE, "is in use: stop the plugin first");

      assertThat(KeptSchool.content(school.dir())).isEqualTo(before);
      assertThat(isThere(open, school.stays)).isTrue();
    }
  }

  @Test
  void aLockThatCannotBeTakenIsNotSaidToBeInUse() throws IOException {
    Files.deleteIfExists(school.dir().resolve("plugin/lock"));
    Files.createDirectory(school.dir().resolve("plugin/lock"));

    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> KeptSchool.restore(backup, school.dir(), REPLACE))
        .withMessageStartingWith("cannot lock ");
  }

  /** Whichever bit it is, of whichever file, and however short a file was cut. */
  @Test
  void aDamagedBackupIsRefusedAndNothingTouched() throws IOException {
    Random random = new Random(Long.getLong("seed", 5));
    for (String name : KeptSchool.content(backup).keySet()) {
      byte[] whole = Files.readAllBytes(backup.resolve(name));
      for (int i = 0; i < 4 && whole.length > 0; i++) {
        byte[] damaged = whole.clone();
        damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
        isRefusedWith(name, i == 0 ? Arrays.copyOf(whole, whole.length - 1) : damaged);
      }
      Files.delete(backup.resolve(name));
      refused(backup, elsewhere, NOTHING, "");
      Files.write(backup.resolve(name), whole);
    }
    Files.writeString(backup.resolve("plugin/access/2026-04.log"), "");
    refused(backup, elsewhere, NOTHING, "holds what was not written: plugin/access/2026-04.log");
    assertThat(elsewhere).doesNotExist();
  }

  private void isRefusedWith(String name, byte[] damaged) throws IOException {
    Files.write(backup.resolve(name), damaged);
    refused(backup, elsewhere, NOTHING, "");
  }

  @Test
  void whatIsNoBackupOrOfTheOtherKindOrNewerIsSaidSo() throws IOException {
    refused(place.resolve("backups"), elsewhere, NOTHING, "is no backup: it holds no manifest");
    refused(keys, elsewhere, NOTHING, "is a backup of keys; one of data is needed");
    refused(backup, elsewhere, new Wish(backup, null, false, false), "one of keys is needed");

    ObjectMapper json = new ObjectMapper();
    Path manifest = backup.resolve("manifest.json");
    ObjectNode node = (ObjectNode) json.readTree(manifest.toFile());
    node.put("format", 2).put("more", true);
    Files.write(manifest, json.writeValueAsBytes(node));
    Files.writeString(backup.resolve("manifest.sha256"), sum(manifest));
    refused(backup, elsewhere, NOTHING, "made by a newer version of this program (format 2");
    assertThat(elsewhere).doesNotExist();
  }

  /** Somebody who makes the manifest anew still has to answer to the chains. */
  @Test
  void aManifestThatFitsAltersNoChain() throws Exception {
    Path altered = KeptSchool.copy(backup, place.resolve("altered"));
    new KeptData(altered).edit("UPDATE entry SET at = at + 1 WHERE seq = 2");
    Files.delete(altered.resolve("manifest.json"));
    Files.delete(altered.resolve("manifest.sha256"));
    Manifest.of(altered, Kind.DATA, KeptSchool.NOW, KeptSchool.NOW, Progress.UNHEARD)
        .write(altered);

    refused(altered, elsewhere, NOTHING, "is not what was recorded (Dossiers: ");
  }

  @Test
  @Covers("S26")
  void whatWasDestroyedSinceStaysDestroyedWhereTheLedgerIs() {
    school.destroy(school.goes);

    assertThat(KeptSchool.restore(backup, school.dir(), withKeys(true)))
        .contains("destroyed again at the next start: 1.")
        .doesNotContain("comes back");

    isDestroyed(school.dir());
  }

  @Test
  @Covers("S26")
  void whatWasDestroyedSinceStaysDestroyedElsewhereWithTheLedgerAlone() {
    school.destroy(school.goes);
    Path ledger = school.dir().resolve("erasures.log");

    KeptSchool.restore(backup, elsewhere, new Wish(keys, ledger, false, false));

    isDestroyed(elsewhere);
  }

  @Test
  @Covers("S26")
  void whoHasNoNewerLedgerIsToldWhatThatMeans() throws IOException {
    school.destroy(school.goes);
    Path newest = school.backup(place.resolve("backups/data"));

    assertThat(KeptSchool.restore(backup, elsewhere, new Wish(keys, null, false, false)))
        .contains("what was destroyed after 2026-03-05T01:30:01Z comes back");
    try (OpenStore open = new OpenStore(elsewhere)) {
      assertThat(isThere(open, school.goes)).isTrue();
    }
    Path ledger = place.resolve("broken");
    Files.writeString(ledger, "no erasure\n");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(
            () -> KeptSchool.restore(backup, elsewhere, new Wish(keys, ledger, true, false)));
    KeptSchool.restore(newest, elsewhere, withKeys(true));
    isDestroyed(elsewhere);
  }

  /** A start makes an empty ledger: that one, or one older than the backup, is no news. */
  @Test
  @Covers("S26")
  void aLedgerThatIsEmptyOrOlderThanTheBackupIsNoNewerOne() throws IOException {
    Path empty = Files.createFile(place.resolve("empty"));
    Files.createDirectory(elsewhere);
    Files.createFile(elsewhere.resolve("erasures.log"));
    assertThat(KeptSchool.restore(backup, elsewhere, NOTHING)).contains("comes back");
    assertThat(KeptSchool.restore(backup, elsewhere, new Wish(null, empty, true, false)))
        .contains("comes back");

    school.destroy(school.goes);
    Path older = Files.copy(school.dir().resolve("erasures.log"), place.resolve("older"));
    school.destroy(school.stays);
    Path newest = school.backup(place.resolve("backups/data"));
    Path ledger = school.dir().resolve("erasures.log");

    assertThat(KeptSchool.restore(newest, place.resolve("b"), new Wish(null, older, false, false)))
        .contains("comes back");
    assertThat(KeptSchool.restore(newest, place.resolve("c"), new Wish(null, ledger, false, false)))
        .doesNotContain("comes back");
  }

  @Test
  @Covers("S24")
  void keysThatAreMissingWrongOrOlderAreSaidSo() throws IOException {
    assertThat(KeptSchool.restore(backup, elsewhere, NOTHING)).contains("No keys: nothing can be");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> new OpenStore(elsewhere))
        .withMessageContaining("plugin/keys/keys.db is missing");
    assertThat(elsewhere.resolve("keys")).as("none was made").doesNotExist();

    Path others = new KeptSchool(place.resolve("other")).backupOfKeys(place.resolve("k/keys"));
    refused(backup, elsewhere, new Wish(others, null, true, false), "the keys do not fit: these");
    Files.writeString(
        keys.resolve("keys/admin.key"),
        "meldcode-admin-key-1:" + Base64.getEncoder().encodeToString(new byte[32]) + "\n");
    refused(backup, elsewhere, withKeys(true), "keys/admin.key is not what was written");
  }

  @Test
  @Covers("S24")
  void keysOlderThanADossierDoNotOpenIt() {
    NewEntries later = NewEntries.at("99AA");
    school.record(later);
    Path newer = school.backup(place.resolve("backups/data"));

    refused(newer, elsewhere, withKeys(false), "These keys do not open 1 of the dossiers");
    assertThat(KeptSchool.restore(newer, elsewhere, new Wish(keys, null, false, true)))
        .contains("do not open 1 of the dossiers");
    try (OpenStore open = new OpenStore(elsewhere)) {
      assertThat(isThere(open, school.stays)).isTrue();
    }
  }

  /** As a version made it that did not know of files yet; the next start brings it up to date. */
  @Test
  @Covers("R13")
  void aCopyWithAnOlderSchemaIsPutBackToo() throws Exception {
    school
        .data()
        .edit(
            "ALTER TABLE entry DROP COLUMN files",
            "DROP TABLE reminder",
            "DELETE FROM flyway_schema_history WHERE version IN ('9', '10')",
            "CREATE TRIGGER entry_is_never_changed BEFORE UPDATE OF seq ON entry"
                + " BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END");
    Path older = school.backup(place.resolve("backups/data"));

    KeptSchool.restore(older, elsewhere, withKeys(false));

    try (OpenStore open = new OpenStore(elsewhere)) {
      assertThat(isThere(open, school.stays)).isTrue();
      open.store().dossiers().append(school.stays.signal("na de overgang"));
    }
  }

  @Test
  void whatIsHalfRestoredDoesNotStart() throws IOException {
    Files.createDirectory(school.dir().resolve(".restoring"));
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> new OpenStore(school.dir()))
        .withMessageContaining("half restored");

    KeptSchool.restore(backup, school.dir(), REPLACE);

    try (OpenStore open = new OpenStore(school.dir())) {
      assertThat(isThere(open, school.stays)).isTrue();
    }
  }

  private void isDestroyed(Path dir) {
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(isThere(open, school.goes)).isFalse();
      assertThat(isThere(open, school.stays)).isTrue();
      assertThat(open.store().damaged()).isZero();
      assertThat(open.store().erasures().of(school.goes.school())).hasSize(1);
    }
  }

  private static boolean isThere(OpenStore open, NewEntries entries) {
    return open.store().dossiers().find(entries.school(), entries.dossier()).isPresent();
  }

  private Wish withKeys(boolean replace) {
    return new Wish(keys, null, replace, false);
  }

  private static void refused(Path backup, Path to, Wish wish, String message) {
    assertThatExceptionOfType(BackupRefused.class)
        .isThrownBy(() -> KeptSchool.restore(backup, to, wish))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
  }

  private static String sum(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest) + "  manifest.json\n";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
