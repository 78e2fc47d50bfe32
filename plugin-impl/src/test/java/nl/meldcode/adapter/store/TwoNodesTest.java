package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.Deliveries;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.dossier.Certificate;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.DestructionRequest.Requester;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.linking.Link;
import nl.meldcode.domain.linking.LinkChange;
import nl.meldcode.sql.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL database see, keep and destroy the same (R20). */
class TwoNodesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");
  private final NewEntries entries = NewEntries.at("99AA");
  private final PostgresServer server = PostgresServer.empty();

  @TempDir private Path dir;
  @TempDir private Path otherDir;
  private OpenStore one;
  private OpenStore other;
  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  @BeforeEach
  void open() throws IOException {
    one = new OpenStore(dir, server.settings());
    other = second();
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
    pool.shutdown();
  }

  private OpenStore second() throws IOException {
    Path key = otherDir.resolve("keys/admin.key");
    if (!Files.exists(key)) {
      Files.createDirectories(key.getParent());
      Files.copy(dir.resolve("keys/admin.key"), key, StandardCopyOption.COPY_ATTRIBUTES);
    }
    return new OpenStore(otherDir, server.settings());
  }

  private Dossiers here() {
    return one.store().dossiers();
  }

  private Dossiers there() {
    return other.store().dossiers();
  }

  @Test
  @Covers({"R11", "R20"})
  void bothAddToOneDossierAtOnceWithoutAForkOrAGap() {
    int each = 60;
    List<CompletableFuture<List<Appended>>> running =
        Stream.of(here(), there(), here(), there())
            .map(to -> CompletableFuture.supplyAsync(() -> appended(to, each), pool))
            .toList();
    List<Recorded> acknowledged =
        running.stream()
            .flatMap(all -> all.join().stream())
            .map(done -> ((Appended.Done) done).recorded())
            .toList();

    for (Dossiers node : List.of(here(), there())) {
      Dossier dossier = node.find(entries.school(), entries.dossier()).orElseThrow();
      assertThat(dossier.entries()).containsExactlyInAnyOrderElementsOf(acknowledged);
      assertThat(dossier.entries())
          .extracting(Recorded::seq)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 4L * each).boxed().toList());
    }
    assertThat(one.store().damaged() + other.store().damaged()).isZero();
  }

  private List<Appended> appended(Dossiers to, int times) {
    return IntStream.range(0, times).mapToObj(i -> to.append(entries.signal("s" + i))).toList();
  }

  @Test
  @Covers({"R11", "R20"})
  void twoFirstSignalsBeginOneDossier() {
    List<PupilId> pupils = Stream.generate(() -> new PupilId(UUID.randomUUID())).limit(25).toList();
    List<CompletableFuture<Void>> running =
        Stream.of(here(), there(), here(), there())
            .map(to -> CompletableFuture.runAsync(() -> begin(to, pupils), pool))
            .toList();
    running.forEach(CompletableFuture::join);

    for (Dossiers node : List.of(here(), there())) {
      assertThat(pupils).allSatisfy(it -> assertThat(node.of(entries.school(), it)).hasSize(1));
    }
  }

  private void begin(Dossiers to, List<PupilId> pupils) {
    for (PupilId pupil : pupils) {
      to.inTurn(
          entries.school(),
          List.of(pupil),
          () ->
              to.of(entries.school(), pupil).isEmpty()
                  ? to.append(NewEntries.of(entries.school(), pupil).signal("a"))
                  : new Appended.OtherBody());
    }
  }

  @Test
  @Covers("R20")
  void aTurnThatFailedIsOver() {
    List<PupilId> both = List.of(entries.pupil(), new PupilId(UUID.randomUUID()));
    for (Dossiers node : List.of(here(), there(), here())) {
      assertThatExceptionOfType(Tampered.class)
          .isThrownBy(
              () ->
                  node.inTurn(
                      entries.school(),
                      both,
                      () -> {
                        throw new Tampered("dossier");
                      }));
    }
  }

  @Test
  @Covers({"R10", "R11", "R20"})
  void whatOneRecordedTheOtherSeesAtOnce() {
    NewEntry first = entries.signal("a");
    here().append(first);
    assertThat(there().find(entries.school(), entries.dossier()).orElseThrow().version())
        .isEqualTo(1);
    assertThat(there().of(entries.school(), entries.pupil())).hasSize(1);

    NewEntry second = entries.signal("bb");
    assertThat(there().append(second)).isEqualTo(new Appended.Done(second.at(2)));
    assertThat(here().find(entries.school(), entries.dossier()).orElseThrow().entries())
        .containsExactly(first.at(1), second.at(2));
    assertThat(here().append(second)).isEqualTo(new Appended.Again(second.at(2)));
    assertThat(here().append(entries.signal("c", UUID.randomUUID(), 1L)))
        .isEqualTo(new Appended.Stale(2));
    assertThat(there().at(entries.school())).containsExactly(entries.dossier());
  }

  @Test
  @Covers({"S02", "S04", "R20"})
  void aSessionIsOfBothAndATokenIsUsedOnce() {
    Sessions mine = one.store().sessions();
    Sessions yours = other.store().sessions();
    Sessions.Session session =
        new Sessions.Session("stichting", new StaffId(UUID.randomUUID()), NOW, NOW);

    assertThat(mine.useOnce("h", "t", NOW)).isTrue();
    assertThat(yours.useOnce("h", "t", NOW)).isFalse();
    String secret = mine.begin(session);
    assertThat(yours.find(secret, NOW)).contains(session);
    assertThat(mine.find(secret, NOW)).contains(session);
    yours.end(secret);
    assertThat(mine.find(secret, NOW)).isEmpty();
  }

  @Test
  @Covers({"S26", "R20"})
  void whatOneDestroysIsGoneFromTheOther() throws IOException {
    NewEntry kept = entries.signal("a");
    NewEntry part = entries.signal("bb");
    NewEntries whole = NewEntries.at("99AA");
    here().append(kept);
    here().append(part);
    here().append(whole.signal("c"));
    assertThat(there().find(whole.school(), whole.dossier())).isPresent();
    assertThat(there().find(entries.school(), entries.dossier()).orElseThrow().entries())
        .hasSize(2);

    one.store().erasures().erase(entries.school(), certificate(entries.dossier(), part.id()));
    one.store().erasures().erase(whole.school(), certificate(whole.dossier()));

    assertThat(there().find(whole.school(), whole.dossier())).isEmpty();
    assertThat(there().find(entries.school(), entries.dossier()).orElseThrow().entries())
        .containsExactly(kept.at(1));
    assertThatExceptionOfType(Tampered.class)
        .isThrownBy(() -> there().append(whole.signal("nog een")));
    assertThat(other.store().erasures().of(entries.school())).hasSize(2);
    assertThat(Files.readString(otherDir.resolve("erasures.log")))
        .contains(whole.dossier().toString(), part.id().toString());
    assertThat(other.store().deliveries().due(NOW, 9))
        .extracting(Deliveries.Pending::dossier)
        .containsExactly(entries.dossier());
  }

  /** It is not asked first whether anything was destroyed: the row itself has to refuse. */
  @Test
  @Covers({"S26", "R20"})
  void whoDidNotLookAddsNothingToWhatAnotherDestroyed() throws SQLException {
    here().append(entries.signal("a"));
    there().append(entries.signal("bb"));

    one.store().erasures().erase(entries.school(), certificate(entries.dossier()));

    assertThatExceptionOfType(Tampered.class)
        .isThrownBy(() -> there().append(entries.signal("nog een")));
    assertThat(server.ask("SELECT count(*) FROM entry WHERE sealed IS NOT NULL"))
        .containsExactly("0");
  }

  @Test
  @Covers({"S26", "R20"})
  void nothingIsAddedWhileAnotherDestroys() throws SQLException {
    here().append(entries.signal("a"));
    there().append(entries.signal("bb"));
    CompletableFuture<Appended> added;
    try (Connection destroying = server.connect();
        Statement statement = destroying.createStatement()) {
      destroying.setAutoCommit(false);
      statement.execute(
          "SELECT pg_advisory_xact_lock(%d)"
              .formatted(new Place(entries.school(), entries.dossier()).lock()));
      added = CompletableFuture.supplyAsync(() -> there().append(entries.signal("nog een")), pool);
      assertThat(added)
          .failsWithin(Duration.ofMillis(300))
          .withThrowableOfType(TimeoutException.class);
      destroying.rollback();
    }
    assertThat(added.join()).isInstanceOf(Appended.Done.class);
  }

  private static Certificate certificate(DossierId dossier, EntryId... some) {
    StaffId asked = new StaffId(UUID.randomUUID());
    StaffId decided = new StaffId(UUID.randomUUID());
    return new Certificate(dossier, List.of(some), NOW, Requester.GUARDIAN, asked, decided);
  }

  /** The one that asks first delivers for both, and the other goes on when it stops. */
  @Test
  @Covers({"R04", "R20"})
  void oneDeliversForBothAndNothingTwice() throws IOException {
    int dossiers = 40;
    for (int i = 0; i < dossiers; i++) {
      (i % 2 == 0 ? here() : there()).append(NewEntries.at("99AA").signal("s"));
    }
    Map<DossierId, AtomicInteger> delivered = new ConcurrentHashMap<>();
    CompletableFuture<Integer> mine = relay(one, delivered);
    CompletableFuture<Integer> yours = relay(other, delivered);
    assertThat(List.of(mine.join(), yours.join())).contains(0).contains(dossiers);
    assertThat(delivered).hasSize(dossiers);
    assertThat(delivered.values()).allMatch(times -> times.get() == 1);

    boolean iDid = mine.join() > 0;
    there().append(entries.signal("later"));
    Deliveries next = (iDid ? other : one).store().deliveries();
    assertThat(next.due(NOW, 9)).isEmpty();
    (iDid ? one : other).close();
    assertThat(next.due(NOW, 9))
        .containsExactly(new Deliveries.Pending(entries.school(), entries.dossier(), 0, 0));
    if (iDid) {
      one = new OpenStore(dir, server.settings());
    } else {
      other = second();
    }
  }

  private CompletableFuture<Integer> relay(
      OpenStore node, Map<DossierId, AtomicInteger> delivered) {
    Deliveries deliveries = node.store().deliveries();
    return CompletableFuture.supplyAsync(
        () -> {
          int mine = 0;
          for (int round = 0; round < 60; round++) {
            for (Deliveries.Pending one : deliveries.due(NOW, 5)) {
              delivered.computeIfAbsent(one.dossier(), it -> new AtomicInteger()).incrementAndGet();
              deliveries.advance(one.school(), one.dossier(), 1, NOW, true);
              mine++;
            }
          }
          return mine;
        },
        pool);
  }

  @Test
  @Covers({"A03", "R20"})
  void aTailThatIsCutIsNoticedByWhoeverSawIt() throws SQLException {
    here().append(entries.signal("a"));
    there().append(entries.signal("bb"));
    here().find(entries.school(), entries.dossier());
    server.sql("ALTER TABLE entry DISABLE TRIGGER ALL", "DELETE FROM entry WHERE seq = 2");
    try {
      assertThatExceptionOfType(Tampered.class)
          .isThrownBy(() -> here().find(entries.school(), entries.dossier()));
      assertThatExceptionOfType(Tampered.class)
          .isThrownBy(() -> there().append(entries.signal("c")));
      assertThat(one.store().damaged()).isEqualTo(1);
    } finally {
      server.sql("ALTER TABLE entry ENABLE TRIGGER ALL");
    }
  }

  @Test
  @Covers("S24")
  void aNodeWithoutTheAdministratorsKeyOrWithAnotherIsRefused(@TempDir Path third)
      throws IOException {
    here().append(entries.signal("a"));
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> new OpenStore(third, server.settings()))
        .withMessageContaining("Copy it from another node");
    new OpenStore(third.resolve("sqlite")).close();
    Files.createDirectories(third.resolve("keys"));
    Files.copy(
        third.resolve("sqlite/keys/admin.key"),
        third.resolve("keys/admin.key"),
        StandardCopyOption.COPY_ATTRIBUTES);
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> new OpenStore(third, server.settings()))
        .withMessageContaining("is not the key of this data");
  }

  @Test
  @Covers("R20")
  void whatBothFindOfLinksIsWrittenDownOnce() {
    here().append(entries.signal("a"));
    Link link =
        new Link(
            LinkKind.SAME_PUPIL, new DossierId(UUID.randomUUID()), new PupilId(UUID.randomUUID()));
    List<LinkChange> changes = new ArrayList<>();
    for (boolean found : new boolean[] {true, false, true}) {
      LinkChange change = new LinkChange(NOW, link, found);
      one.store().links().add(entries.school(), entries.dossier(), change);
      other
          .store()
          .links()
          .add(
              entries.school(),
              entries.dossier(),
              new LinkChange(NOW.plus(Duration.ofSeconds(1)), link, found));
      changes.add(change);
    }
    assertThat(other.store().links().of(entries.school(), entries.dossier()))
        .containsExactlyElementsOf(changes);
  }

  @Test
  void whoLooksAtAllDossiersSeesWhatAnotherNodeAdded() {
    one.store().dossiers().append(entries.signal("a"));
    other.store().dossiers().append(entries.signal("b"));
    other.store().dossiers().append(NewEntries.at("99AA").signal("c"));
    List<Dossier> shown = new ArrayList<>();

    one.store().everyDossier().show(shown::add, school -> {});

    assertThat(shown).extracting(each -> each.entries().size()).containsExactlyInAnyOrder(2, 1);
  }
}
