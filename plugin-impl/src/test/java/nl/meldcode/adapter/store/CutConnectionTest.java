package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.meldcode.Covers;
import nl.meldcode.adapter.store.CuttingProxy.Cut;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.sql.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that breaks costs an answer, never an entry, and nobody has to start again. */
class CutConnectionTest {
  private static final int CRASHES = 5;
  private static final int WRITERS = 4;
  private static final int EACH = 20;
  private final NewEntries entries = NewEntries.at("99AA");
  private final PostgresServer server = PostgresServer.empty();

  @TempDir private Path dir;
  private CuttingProxy proxy;
  private OpenStore open;

  @BeforeEach
  void open() throws IOException {
    proxy = new CuttingProxy(server.port());
    open = new OpenStore(dir, server.settings(proxy.port()));
  }

  @AfterEach
  void close() throws IOException {
    open.close();
    proxy.close();
  }

  private Dossiers dossiers() {
    return open.store().dossiers();
  }

  @Test
  @Covers({"R05", "R06", "R10"})
  void whatLandedIsFoundByTheRetryAndWhatDidNotIsAddedByIt() {
    dossiers().append(entries.signal("first"));
    NewEntry landed = entries.signal("landed");
    NewEntry lost = entries.signal("lost");

    refusedAt("INSERT INTO entry", Cut.AFTER, landed);
    assertThat(dossiers().append(landed)).isEqualTo(new Appended.Again(landed.at(2)));

    refusedAt("INSERT INTO entry", Cut.BEFORE, lost);
    assertThat(dossiers().append(lost)).isEqualTo(new Appended.Done(lost.at(3)));
    assertThat(open.store().damaged()).isZero();
  }

  /** A first entry takes a transaction of several statements. */
  @Test
  @Covers({"R05", "R06", "R10"})
  void theSameHoldsWhereADossierBegins() {
    NewEntry landed = entries.signal("landed");
    NewEntry lost = NewEntries.at("99AA").signal("lost");

    refusedAt("COMMIT", Cut.AFTER, landed);
    assertThat(dossiers().append(landed)).isEqualTo(new Appended.Again(landed.at(1)));

    refusedAt("COMMIT", Cut.BEFORE, lost);
    assertThat(dossiers().append(lost)).isEqualTo(new Appended.Done(lost.at(1)));
    assertThat(open.store().damaged()).isZero();
  }

  private void refusedAt(String words, Cut cut, NewEntry entry) {
    proxy.cutNext(words, cut);
    assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> dossiers().append(entry));
  }

  @Test
  @Covers("R05")
  void whoReadsDoesNotNoticeThatEveryConnectionBroke() throws IOException {
    dossiers().append(entries.signal("first"));
    proxy.cutAll();
    assertThat(dossiers().find(entries.school(), entries.dossier())).isPresent();
    assertThat(dossiers().append(entries.signal("second"))).isInstanceOf(Appended.Done.class);
  }

  /** Where one of its processes is killed, the server throws out all others and starts anew. */
  @Test
  @Covers({"R05", "R10"})
  void nothingAcknowledgedIsLostWhenTheServerCrashesUnderLoad() throws Exception {
    dossiers().append(entries.signal("first"));
    Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    for (int crash = 1; crash <= CRASHES; crash++) {
      int enough = acknowledged.size() + EACH;
      List<CompletableFuture<Void>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(CompletableFuture.runAsync(() -> untilItFails(acknowledged), pool));
      }
      while (acknowledged.size() < enough) {
        Thread.sleep(5);
      }
      server.crash();
      writers.forEach(CompletableFuture::join);
      server.awaited();
    }
    pool.shutdown();

    assertThat(acknowledged)
        .allMatch(key -> dossiers().recordedUnder(entries.school(), key).isPresent());
    assertThat(dossiers().append(entries.signal("last"))).isInstanceOf(Appended.Done.class);
    open.close();
    open = new OpenStore(dir, server.settings());
    assertThat(open.store().damaged()).isZero();
    assertThat(dossiers().find(entries.school(), entries.dossier()).orElseThrow().version())
        .isGreaterThanOrEqualTo(acknowledged.size());
  }

  private void untilItFails(Queue<UUID> acknowledged) {
    try {
      while (true) {
        UUID key = UUID.randomUUID();
        dossiers().append(entries.signal("woorden ".repeat(20), key, null));
        acknowledged.add(key);
      }
    } catch (StoreUnavailable e) {
      return;
    }
  }
}
