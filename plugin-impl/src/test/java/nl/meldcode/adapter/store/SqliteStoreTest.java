package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Attachments;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Drafts;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.entry.LinkDecision;
import nl.meldcode.domain.school.Mergers;
import nl.meldcode.sqlite.SqliteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {
  private static final String MARKER = "Xq7-kenmerk-Zw9";
  private final NewEntries entries = NewEntries.at("99AA");

  @TempDir private Path dir;

  @Test
  @Covers("R05")
  void everythingIsThereAfterRestart() {
    NewEntry first = entries.signal("a");
    NewEntry second = entries.signal("bb");
    try (OpenStore open = new OpenStore(dir)) {
      open.store().dossiers().append(first);
      open.store().dossiers().append(second);
    }
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().damaged()).isZero();
      assertThat(open.store().dossiers().of(entries.school(), entries.pupil()))
          .singleElement()
          .satisfies(
              dossier -> assertThat(dossier.entries()).containsExactly(first.at(1), second.at(2)));
      assertThat(open.store().dossiers().recordedUnder(entries.school(), second.idempotencyKey()))
          .contains(second.at(2));
    }
  }

  /** Each has one connection of four, and none may wait for another one. */
  @Test
  @Covers("R11")
  void manyWhoAskForKeysOfDossiersThatAreNotInMemoryAllGetTheirAnswer() {
    List<NewEntry> all =
        Stream.generate(() -> NewEntries.at("99AA").signal("a")).limit(400).toList();
    try (OpenStore open = new OpenStore(dir)) {
      all.forEach(open.store().dossiers()::append);
    }
    ExecutorService pool = Executors.newFixedThreadPool(16);
    OpenStore open = new OpenStore(dir);
    Dossiers dossiers = open.store().dossiers();
    List<CompletableFuture<Boolean>> asked =
        all.stream()
            .map(
                one ->
                    CompletableFuture.supplyAsync(
                        () ->
                            dossiers
                                .recordedUnder(one.school(), one.idempotencyKey())
                                .equals(Optional.of(one.at(1))),
                        pool))
            .toList();
    assertThat(CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)))
        .succeedsWithin(Duration.ofSeconds(60));
    assertThat(asked).allMatch(CompletableFuture::join);
    pool.shutdown();
    open.close();
  }

  @Test
  @Covers({"P6", "R10"})
  void whichSchoolBecamePartOfWhichIsKnownAfterRestart() throws SQLException {
    Mergers mergers = new Mergers(Map.of(new SchoolId("99AA"), new SchoolId("99BB")));
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().mergers().now()).isEqualTo(Mergers.NONE);
      open.store().mergers().keep(new Mergers(Map.of(new SchoolId("99CC"), new SchoolId("99BB"))));
      open.store().mergers().keep(mergers);
    }
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().mergers().now()).isEqualTo(mergers);
    }
    sql("UPDATE school_merger SET sealed = randomblob(length(sealed))");
    refusesToStart("the mergers of schools are not what was written");
  }

  @Test
  @Covers({"P6", "R05"})
  void whatWasFoundToBeOneChildIsSoAfterRestart() {
    PupilId other = new PupilId(UUID.randomUUID());
    try (OpenStore open = new OpenStore(dir)) {
      open.store().dossiers().append(entries.signal("a"));
      open.store().dossiers().append(entries.joined(other, LinkDecision.Choice.CONFIRMED));
    }
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().damaged()).isZero();
      assertThat(open.store().dossiers().of(entries.school(), other)).hasSize(1);
      assertThat(open.store().dossiers().of(entries.school(), entries.pupil())).hasSize(1);
    }
  }

  @Test
  @Covers("S23")
  void noWrittenWordOrPersonCanBeReadInAnyFile() throws IOException {
    try (OpenStore open = new OpenStore(dir)) {
      SqlStore store = open.store();
      store.dossiers().append(entries.signal(MARKER));
      store
          .attachments()
          .put(entries.school(), entries.dossier(), "application/pdf", MARKER.getBytes(UTF_8));
      Drafts.Key key =
          new Drafts.Key(entries.school(), entries.author(), entries.pupil(), "Signal");
      store.drafts().save(key, MARKER, Instant.EPOCH);
      Sessions.Session session =
          new Sessions.Session("stichting", entries.author(), Instant.EPOCH, Instant.EPOCH);
      String secret = store.sessions().begin(session);
      String context =
          store
              .sessions()
              .open(
                  secret,
                  new Sessions.Context(
                      entries.school(), entries.pupil(), Locale.forLanguageTag("nl")),
                  Instant.EPOCH);
      List<String> hidden = List.of(MARKER, secret, context, "Signal", "application/pdf");
      assertHidden(hidden);
    }
    assertHidden(List.of(MARKER, "Signal", "application/pdf"));
  }

  private void assertHidden(List<String> words) throws IOException {
    List<String> all = new ArrayList<>(words);
    for (UUID id : List.of(entries.author().value(), entries.pupil().value())) {
      all.add(id.toString());
      all.add(new String(Ids.bytes(id), ISO_8859_1));
    }
    try (Stream<Path> files = Files.walk(dir)) {
      List<Path> found = files.filter(Files::isRegularFile).toList();
      assertThat(found).extracting(file -> file.getFileName().toString()).contains("meldcode.db");
      for (Path file : found) {
        if (!file.toString().contains("sqlitejdbc")) {
          assertThat(Files.readString(file, ISO_8859_1)).as(file.toString()).doesNotContain(all);
        }
      }
    }
  }

  @Test
  @Covers("R20")
  void aSecondStartOnTheSameDataIsRefused() {
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().writable()).isTrue();
      refusesToStart("in use by another process");
    }
    new OpenStore(dir).close();
  }

  @Test
  @Covers("R13")
  void aNewerSchemaIsRefusedAndLeftAsItIs() throws SQLException {
    new OpenStore(dir).close();
    sql(
        "INSERT INTO flyway_schema_history VALUES"
            + " (99, '99', 'newer', 'SQL', 'V99__newer.sql', 1, 'x', '2030-01-01', 1, 1)");
    refusesToStart("another version of this program");
  }

  @Test
  @Covers("R13")
  void aSchemaThatWasMadeByAnotherScriptIsRefused() throws SQLException {
    new OpenStore(dir).close();
    sql("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '1'");
    refusesToStart("another version of this program");
  }

  @Test
  @Covers("R08")
  void dataUnderOtherKeysIsRefused(@TempDir Path other) throws IOException {
    new OpenStore(dir).close();
    new OpenStore(other).close();
    for (String part : List.of("keys/admin.key", "plugin/keys/keys.db")) {
      Files.copy(other.resolve(part), dir.resolve(part), StandardCopyOption.REPLACE_EXISTING);
    }
    refusesToStart("does not hold the keys of this data");
  }

  @Test
  void anAttachmentIsKeptByTheEntryThatNamesItAndAnOrphanIsSwept() {
    try (OpenStore open = new OpenStore(dir)) {
      open.store().dossiers().append(entries.signal("a"));
    }
    Instant written = Instant.parse("2026-03-02T08:00:00Z");
    byte[] bytes = {1, 2, 3};
    Attachment named;
    Attachment orphan;
    try (OpenStore open = at(written)) {
      Attachments attachments = open.store().attachments();
      named = attachments.put(entries.school(), entries.dossier(), "image/png", bytes);
      orphan = attachments.put(entries.school(), entries.dossier(), "image/png", bytes);
      assertThat(named.size()).isEqualTo(3);
      open.store().dossiers().append(entries.signal("b", named));
      open.store().sweep();
      assertThat(attachments.get(entries.school(), entries.dossier(), orphan)).isEqualTo(bytes);
    }
    try (OpenStore open = at(written.plus(Duration.ofDays(2)))) {
      Attachments attachments = open.store().attachments();
      open.store().sweep();
      assertThat(attachments.get(entries.school(), entries.dossier(), named)).isEqualTo(bytes);
      assertThatExceptionOfType(Tampered.class)
          .isThrownBy(() -> attachments.get(entries.school(), entries.dossier(), orphan));
      Attachment otherDigest =
          new Attachment(named.id(), named.mediaType(), Hash.NONE.hex(), named.size());
      assertThatExceptionOfType(Tampered.class)
          .isThrownBy(() -> attachments.get(entries.school(), entries.dossier(), otherDigest));
    }
  }

  @Test
  @Covers("S21")
  void aFileCanBeNamedUntilAnHourBeforeItWouldBeSweptAndCountsForItsDossier() {
    Instant written = Instant.parse("2026-03-02T08:00:00Z");
    byte[] bytes = {1, 2, 3};
    UUID id;
    try (OpenStore open = at(written)) {
      open.store().dossiers().append(entries.signal("a"));
      Attachments attachments = open.store().attachments();
      assertThat(attachments.size(entries.school(), entries.dossier())).isZero();
      id = attachments.put(entries.school(), entries.dossier(), "image/jpeg", bytes).id();
      assertThat(attachments.size(entries.school(), entries.dossier())).isBetween(3L, 64L);
      assertThat(attachments.fresh(entries.school(), entries.dossier(), id)).contains(bytes);
      assertThat(attachments.fresh(entries.school(), entries.dossier(), UUID.randomUUID()))
          .isEmpty();
      assertThat(attachments.fresh(entries.school(), new DossierId(UUID.randomUUID()), id))
          .isEmpty();
    }
    try (OpenStore open = at(written.plus(Duration.ofHours(23)))) {
      Attachments attachments = open.store().attachments();
      open.store().sweep();
      assertThat(attachments.size(entries.school(), entries.dossier())).isPositive();
      assertThat(attachments.fresh(entries.school(), entries.dossier(), id)).isEmpty();
    }
  }

  @Test
  void aDraftIsItsWritersAloneAndLastsThirtyDays() {
    Instant now = Instant.parse("2026-03-02T08:00:00Z");
    try (OpenStore open = at(now)) {
      Drafts drafts = open.store().drafts();
      Drafts.Key key =
          new Drafts.Key(entries.school(), entries.author(), entries.pupil(), "Signal");
      Drafts.Key other =
          new Drafts.Key(
              entries.school(), new StaffId(UUID.randomUUID()), entries.pupil(), "Signal");
      drafts.save(key, "{\"a\":1}", now.minusSeconds(5));
      drafts.save(key, "{\"a\":2}", now);
      assertThat(drafts.find(key, now)).contains(new Drafts.Draft("{\"a\":2}", now));
      assertThat(drafts.find(other, now)).isEmpty();
      assertThat(drafts.find(key, now.plus(Duration.ofDays(30)).minusMillis(1))).isPresent();
      assertThat(drafts.find(key, now.plus(Duration.ofDays(30)))).isEmpty();
      drafts.delete(key);
      assertThat(drafts.find(key, now)).isEmpty();
    }
  }

  @Test
  @Covers({"S02", "R05"})
  void tokensSessionsAndCursorsOutliveARestart() {
    Instant now = Instant.parse("2026-03-02T08:00:00Z");
    Sessions.Session session = new Sessions.Session("stichting", entries.author(), now, now);
    String secret;
    try (OpenStore open = at(now)) {
      assertThat(open.store().sessions().useOnce("host", "token", now.plusSeconds(60))).isTrue();
      secret = open.store().sessions().begin(session);
      open.store().dossiers().append(entries.signal("a"));
      open.store().deliveries().advance(entries.school(), entries.dossier(), 1, now, true);
    }
    try (OpenStore open = at(now)) {
      open.store().sweep();
      assertThat(open.store().sessions().useOnce("host", "token", now.plusSeconds(60))).isFalse();
      assertThat(open.store().sessions().find(secret, now)).contains(session);
      assertThat(open.store().deliveries().due(now, 9)).isEmpty();
    }
    try (OpenStore open = at(now.plus(Duration.ofHours(1)))) {
      open.store().sweep();
      assertThat(open.store().sessions().find(secret, now)).isEmpty();
    }
  }

  private OpenStore at(Instant now) {
    return new OpenStore(dir, Clock.fixed(now, ZoneOffset.UTC));
  }

  private void refusesToStart(String message) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> new OpenStore(dir))
        .withMessageContaining(message);
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = new SqliteFile(dir.resolve("plugin/meldcode.db")).open();
        Statement run = connection.createStatement()) {
      assertThat(run.executeUpdate(statement)).isEqualTo(1);
    }
  }
}
