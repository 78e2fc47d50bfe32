package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.meldcode.Covers;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Drafts;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.dossier.Certificate;
import nl.meldcode.domain.emergency.EmergencyAccess;
import nl.meldcode.domain.entry.DestructionRequest.Requester;
import nl.meldcode.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is destroyed is gone from every file, stays gone, and takes nothing else along. */
class ErasureTest {
  private static final Instant AT = Instant.parse("2026-03-12T13:00:00.123Z");
  private final NewEntries gone = NewEntries.at("99AA");
  private final NewEntries kept = NewEntries.of(gone.school(), gone.pupil());
  private final NewEntries other = NewEntries.at("99AA");
  private final Certificate certificate =
      new Certificate(
          gone.dossier(),
          List.of(),
          AT,
          Requester.GUARDIAN,
          new StaffId(UUID.randomUUID()),
          new StaffId(UUID.randomUUID()));

  @TempDir private Path dir;

  @Test
  @Covers("S26")
  void nothingOfItStandsInAnyFileAndTheOthersStayWhole() throws IOException, SQLException {
    fill();
    List<byte[]> secrets = secrets();
    assertThat(secrets)
        .hasSizeGreaterThan(4)
        .allSatisfy(one -> assertThat(files().hold(one)).isTrue());

    try (OpenStore open = new OpenStore(dir)) {
      open.store().erasures().erase(gone.school(), certificate);

      assertThat(secrets).allSatisfy(one -> assertThat(files().hold(one)).isFalse());
      isGone(open);
    }
    try (OpenStore open = new OpenStore(dir)) {
      isGone(open);
    }
    StoreCheck.Outcome checked = StoreCheck.of(dir, 0, Progress.UNHEARD);
    assertThat(checked.faults()).isEmpty();
    assertThat(checked.destroyed()).containsExactly(gone.dossier().toString());
  }

  @Test
  @Covers("S26")
  void anOlderCopyOfDataAndKeysBringsItBackForNobody() throws IOException, SQLException {
    fill();
    List<byte[]> secrets = secrets();
    Path copy = dir.resolveSibling(dir.getFileName() + "-copy");
    DataFiles.copy(dir.resolve("plugin"), copy);
    try (OpenStore open = new OpenStore(dir)) {
      open.store().erasures().erase(gone.school(), certificate);
    }

    DataFiles.copy(copy, dir.resolve("plugin"));
    assertThat(secrets).allSatisfy(one -> assertThat(files().hold(one)).isTrue());

    try (OpenStore open = new OpenStore(dir)) {
      isGone(open);
    }
    assertThat(secrets).allSatisfy(one -> assertThat(files().hold(one)).isFalse());
  }

  @Test
  @Covers("S26")
  void whatACrashInterruptedIsFinishedAtTheNextStart() throws IOException {
    fill();
    try (OpenStore open = new OpenStore(dir)) {
      open.store().erasures().erase(gone.school(), certificate);
    }
    Path ledger = dir.resolve("erasures.log");
    String line = Files.readString(ledger, UTF_8);
    Files.delete(ledger);
    assertThat(StoreCheck.of(dir, 0, Progress.UNHEARD).faults()).as("no line, no leave").hasSize(1);

    Files.writeString(ledger, line + line.substring(0, 30));

    try (OpenStore open = new OpenStore(dir)) {
      isGone(open);
      open.store().erasures().erase(gone.school(), certificate);
      assertThat(open.store().erasures().of(gone.school())).containsExactly(certificate);
    }
    assertThat(Files.readString(ledger, UTF_8)).isEqualTo(line);
  }

  @Test
  @Covers("S26")
  void whoAddsAtThatVeryMomentFindsNothingToAddTo() throws Exception {
    fill();
    try (OpenStore open = new OpenStore(dir)) {
      CompletableFuture<Void> adding =
          CompletableFuture.runAsync(
              () -> {
                try {
                  for (int i = 0; i < 200; i++) {
                    open.store().dossiers().append(gone.signal("meer " + i));
                  }
                } catch (StoreUnavailable | Tampered e) {
                  // It was destroyed; there is nothing to add to.
                }
              });
      Thread.sleep(5);
      open.store().erasures().erase(gone.school(), certificate);
      adding.get(30, TimeUnit.SECONDS);

      isGone(open);
    }
    try (OpenStore open = new OpenStore(dir)) {
      isGone(open);
    }
    assertThat(StoreCheck.of(dir, 0, Progress.UNHEARD).faults()).isEmpty();
  }

  @Test
  @Covers("S26")
  void aLineOfASchoolThatAnOlderCopyDoesNotKnowStandsInNobodysWay() throws IOException {
    fill();
    Files.writeString(dir.resolve("erasures.log"), "99ZZ " + UUID.randomUUID() + " AAAA\n", UTF_8);
    try (OpenStore open = new OpenStore(dir)) {
      open.store().erasures().erase(gone.school(), certificate);
      isGone(open);
    }
  }

  @Test
  @Covers("A02")
  void aLineThatIsNoCertificateDestroysNothing() throws IOException {
    fill();
    Files.writeString(
        dir.resolve("erasures.log"),
        gone.school().value() + " " + gone.dossier() + " AAAA\n",
        StandardOpenOption.CREATE);
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> new OpenStore(dir))
        .withMessageContaining("no certificate");
    Files.delete(dir.resolve("erasures.log"));
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().dossiers().find(gone.school(), gone.dossier())).isPresent();
    }
  }

  private void isGone(OpenStore open) {
    SqlStore store = open.store();
    assertThat(store.dossiers().find(gone.school(), gone.dossier())).isEmpty();
    assertThat(store.dossiers().of(gone.school(), gone.pupil()))
        .singleElement()
        .satisfies(one -> assertThat(one.id()).isEqualTo(kept.dossier()));
    assertThat(store.dossiers().of(other.school(), other.pupil())).hasSize(1);
    assertThat(store.drafts().find(draft(gone), AT)).as("of the other dossier").isPresent();
    assertThat(store.emergencies().of(gone.school()))
        .extracting(EmergencyAccess::staff, EmergencyAccess::pupil, EmergencyAccess::reason)
        .containsExactlyInAnyOrder(
            tuple(gone.author(), null, ""), tuple(other.author(), other.pupil(), "blijft"));
    assertThat(store.erasures().of(gone.school())).containsExactly(certificate);
    assertThat(store.damaged()).isZero();
    assertThatExceptionOfType(Tampered.class)
        .isThrownBy(
            () -> open.vault().seal(gone.school(), gone.dossier(), new byte[1], new byte[1]));
  }

  private void fill() {
    try (OpenStore open = new OpenStore(dir)) {
      SqlStore store = open.store();
      store.dossiers().append(gone.signal("weg"));
      store.dossiers().append(gone.signal("ook weg"));
      store.dossiers().append(kept.signal("blijft"));
      store.dossiers().append(other.signal("blijft ook"));
      store
          .attachments()
          .put(gone.school(), gone.dossier(), "application/pdf", "bijlage".getBytes(UTF_8));
      store.drafts().save(draft(gone), "{}", AT);
      store.emergencies().add(gone.school(), emergency(gone, "weg"));
      store.emergencies().add(gone.school(), emergency(other, "blijft"));
    }
  }

  private static Drafts.Key draft(NewEntries of) {
    return new Drafts.Key(of.school(), of.author(), of.pupil(), "Signal");
  }

  private static EmergencyAccess emergency(NewEntries of, String reason) {
    return new EmergencyAccess(
        UUID.randomUUID(), AT, of.author(), of.pupil(), of.dossier(), reason, null);
  }

  private DataFiles files() {
    return new DataFiles(dir);
  }

  /** The sealed content of the dossier, its attachments, the emergency, and its wrapped key. */
  private List<byte[]> secrets() throws SQLException {
    List<byte[]> all = new ArrayList<>();
    String id = "x'" + gone.dossier().toString().replace("-", "") + "'";
    all.addAll(files().values("meldcode.db", "SELECT sealed FROM entry WHERE dossier = " + id));
    all.addAll(
        files().values("meldcode.db", "SELECT sealed FROM attachment WHERE dossier = " + id));
    all.addAll(
        files()
            .values(
                "meldcode.db",
                "SELECT sealed FROM emergency_access ORDER BY length(sealed) LIMIT 1"));
    all.addAll(
        files().values("keys/keys.db", "SELECT wrapped FROM dossier_key WHERE dossier = " + id));
    return all;
  }
}
