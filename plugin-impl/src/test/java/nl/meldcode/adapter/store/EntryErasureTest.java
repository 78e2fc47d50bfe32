package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.Certificate;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.DestructionRequest.Requester;
import nl.meldcode.progress.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single entries are destroyed; the dossier goes on, and its chain holds. */
@Covers("S26")
class EntryErasureTest {
  private final NewEntries about = NewEntries.at("99AA");
  private final StaffId somebody = new StaffId(UUID.randomUUID());

  @TempDir private Path dir;
  private NewEntry second = about.signal("weg");
  private final NewEntry third = about.signal("blijft ook");
  private final NewEntry fourth = about.signal("ook weg");

  @BeforeEach
  void aDossierOfFour() {
    try (OpenStore open = new OpenStore(dir)) {
      SqlStore store = open.store();
      Attachment file =
          store
              .attachments()
              .put(about.school(), about.dossier(), "application/pdf", "weg".getBytes(UTF_8));
      second = about.signal("weg", file);
      store.dossiers().append(about.signal("blijft"));
      store.dossiers().append(second);
      store.dossiers().append(third);
      store.dossiers().append(fourth);
    }
  }

  @Test
  void nothingOfThemStandsInAnyFileAndTheDossierGoesOn() throws SQLException {
    List<byte[]> secrets = secrets();
    assertThat(secrets).hasSize(3).allMatch(files()::hold);
    try (OpenStore open = new OpenStore(dir)) {
      read(open);
      open.store().erasures().erase(about.school(), certificate());

      assertThat(secrets).noneMatch(files()::hold);
      assertThat(numbers(read(open))).containsExactly(1L, 3L);
      assertThat(read(open).version()).isEqualTo(4);
      open.store().dossiers().append(about.signal("nieuw"));
      assertThat(numbers(read(open))).containsExactly(1L, 3L, 5L);
    }
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(numbers(read(open))).containsExactly(1L, 3L, 5L);
      assertThat(open.store().erasures().of(about.school())).containsExactly(certificate());
      assertThat(open.store().damaged()).isZero();
      assertThat(open.store().dossiers().append(second))
          .as("what was sent again is neither found nor recorded anew")
          .isInstanceOf(Appended.OtherBody.class);
    }
    assertThat(StoreCheck.of(dir, 0, Progress.UNHEARD).faults()).isEmpty();
    assertThat(StoreCheck.of(dir, 0, Progress.UNHEARD).destroyed())
        .containsExactly(about.dossier().toString());
  }

  @Test
  void anOlderCopyBringsThemBackForNobody() throws IOException, SQLException {
    List<byte[]> secrets = secrets();
    Path copy = dir.resolveSibling(dir.getFileName() + "-copy");
    DataFiles.copy(dir.resolve("plugin"), copy);
    try (OpenStore open = new OpenStore(dir)) {
      open.store().erasures().erase(about.school(), certificate());
    }
    DataFiles.copy(copy, dir.resolve("plugin"));
    assertThat(secrets).allMatch(files()::hold);

    try (OpenStore open = new OpenStore(dir)) {
      assertThat(numbers(read(open))).containsExactly(1L, 3L);
    }
    assertThat(secrets).noneMatch(files()::hold);
  }

  @Test
  void whatIsRecordedAnewInThePlaceOfOneThatIsGoneStays() throws IOException {
    Path copy = dir.resolveSibling(dir.getFileName() + "-copy");
    NewEntry fifth = about.signal("weg na de kopie");
    DataFiles.copy(dir.resolve("plugin"), copy);
    try (OpenStore open = new OpenStore(dir)) {
      open.store().dossiers().append(fifth);
      Certificate ofFifth =
          new Certificate(
              about.dossier(),
              List.of(fifth.id()),
              Instant.EPOCH,
              Requester.GUARDIAN,
              somebody,
              somebody);
      open.store().erasures().erase(about.school(), ofFifth);
      assertThat(numbers(read(open))).containsExactly(1L, 2L, 3L, 4L);
    }
    DataFiles.copy(copy, dir.resolve("plugin"));
    try (OpenStore open = new OpenStore(dir)) {
      open.store().dossiers().append(about.signal("nieuw"));
    }
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(numbers(read(open))).containsExactly(1L, 2L, 3L, 4L, 5L);
    }
  }

  @Test
  @Covers({"A01", "S26"})
  void anEntryThatTheLedgerDoesNotNameMayNotBeEmpty() throws IOException {
    try (OpenStore open = new OpenStore(dir)) {
      open.store().erasures().erase(about.school(), certificate());
    }
    Path ledger = dir.resolve("erasures.log");
    String line = Files.readString(ledger, UTF_8);
    Files.writeString(ledger, line.replace(fourth.id() + "", third.id() + ""), UTF_8);

    assertThat(StoreCheck.of(dir, 0, Progress.UNHEARD).faults()).hasSize(1);
    assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> new OpenStore(dir));
    Files.delete(ledger);
    try (OpenStore open = new OpenStore(dir)) {
      assertThatExceptionOfType(Tampered.class).isThrownBy(() -> read(open));
    }
  }

  private Certificate certificate() {
    return new Certificate(
        about.dossier(),
        List.of(second.id(), fourth.id()),
        Instant.parse("2026-03-12T13:00:00.123Z"),
        Requester.GUARDIAN,
        somebody,
        somebody);
  }

  private DataFiles files() {
    return new DataFiles(dir);
  }

  private Dossier read(OpenStore open) {
    return open.store().dossiers().find(about.school(), about.dossier()).orElseThrow();
  }

  private static List<Long> numbers(Dossier dossier) {
    return dossier.entries().stream().map(Recorded::seq).toList();
  }

  private List<byte[]> secrets() throws SQLException {
    List<byte[]> all = new ArrayList<>();
    all.addAll(files().values("meldcode.db", "SELECT sealed FROM entry WHERE seq IN (2, 4)"));
    all.addAll(files().values("meldcode.db", "SELECT sealed FROM attachment"));
    return all;
  }
}
