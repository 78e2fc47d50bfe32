package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.meldcode.bench.Figures.figure;
import static nl.meldcode.bench.Figures.median;
import static nl.meldcode.bench.Figures.note;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import nl.meldcode.adapter.json.JsonEntries;
import nl.meldcode.adapter.protocol.ShippedCalendars;
import nl.meldcode.adapter.protocol.ShippedProtocols;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.InMemoryLists;
import nl.meldcode.application.School;
import nl.meldcode.application.national.CheckAllSchools;
import nl.meldcode.application.port.InMemoryMergers;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.record.EveryKind;
import nl.meldcode.application.view.Assessments;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.figures.AllSchools;
import nl.meldcode.sqlite.SqliteFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Open dossiers of many schools, 12 entries each: what it costs to find what is missing in all of
 * them, against reading and unsealing the same rows in the same order; and in one of many, against
 * one of few. {@code meldcode.bench.dossiers} makes it as many as a country has (100000).
 */
@Tag("bench")
class NationalFiguresTest {
  private static final int FEW = 1_000;
  private static final int MANY = Integer.getInteger("meldcode.bench.dossiers", 5_000);
  private static final int PER_SCHOOL = 15;
  private static final int ASKED = 400;
  private static final double CHECK_GOAL = 2;
  private static final double ONE_GOAL = 1.2;
  private static final double HEAP_GOAL = 64;
  private static final ProtocolId PROTOCOL = ProtocolId.of("scope-2013@1.0.0");
  private static final List<Kind> KINDS =
      List.of(
          Kind.DOSSIER_OPENED,
          Kind.SIGNAL,
          Kind.SIGNAL_OVERVIEW,
          Kind.CLASSROOM_ACTION,
          Kind.CONSULTATION,
          Kind.FLAG_ASSESSMENT,
          Kind.COACH_NAMED,
          Kind.PARENT_MEETING,
          Kind.HELP_OFFER,
          Kind.DOSSIER_REVIEW,
          Kind.INTERNAL_INQUIRY,
          Kind.WEIGHING);
  private final School school = new School();
  private final List<Entry> entries = KINDS.stream().map(NationalFiguresTest::entry).toList();
  private final Assessments assessments =
      new Assessments(
          new ShippedProtocols(Map.of(), PROTOCOL),
          new ShippedCalendars(Map.of(), "midden"),
          new InMemoryLists(),
          school.clock());

  private static Entry entry(Kind kind) {
    byte[] json = EveryKind.whole(kind).toString().getBytes(UTF_8);
    return Objects.requireNonNull(new JsonEntries().read(json).entry());
  }

  @Test
  void aCountryIsCheckedInTheTimeItTakesToReadIt(@TempDir Path dir) throws SQLException {
    List<Place> places = new ArrayList<>();
    double few = 0;
    for (int size : new int[] {FEW, MANY}) {
      try (OpenStore open = new OpenStore(dir)) {
        grow(open.store(), places, size);
      }
      try (OpenStore open = new OpenStore(dir)) {
        double one = one(open.store(), places);
        few = size == FEW ? one : few;
        note("what is missing in one of " + size + " dossiers", one, "us");
        measure(open, dir, size);
        if (size == MANY) {
          figure("missing-at-" + MANY + "-vs-at-" + FEW, one / few, ONE_GOAL);
          assertThat(one / few).isLessThanOrEqualTo(ONE_GOAL);
        }
      }
    }
  }

  private void grow(SqlStore store, List<Place> places, int size) {
    while (places.size() < size) {
      SchoolId id = new SchoolId("99%05d".formatted(places.size() / PER_SCHOOL));
      List<NewEntries> some = new ArrayList<>();
      for (int i = 0; i < PER_SCHOOL && places.size() < size; i++) {
        NewEntries one = NewEntries.at(id.value());
        some.add(one);
        places.add(new Place(id, one.dossier()));
      }
      for (Entry entry : entries) {
        store.dossiers().appendTogether(some.stream().map(one -> recorded(one, entry)).toList());
      }
    }
  }

  private static NewEntry recorded(NewEntries dossier, Entry entry) {
    return new NewEntry(
        dossier.school(),
        dossier.dossier(),
        dossier.pupil(),
        new EntryId(UUID.randomUUID()),
        UUID.randomUUID(),
        null,
        Instant.now(),
        dossier.author(),
        Role.IB,
        PROTOCOL,
        List.of(),
        entry);
  }

  /** Each is asked once, of a store that was just opened: none of them is in memory. */
  private double one(SqlStore store, List<Place> places) {
    List<Place> some = new ArrayList<>(places);
    Collections.shuffle(some, new Random(places.size()));
    double[] micros = new double[ASKED];
    for (int i = -ASKED; i < ASKED; i++) {
      Place place = some.get(i + ASKED);
      long start = System.nanoTime();
      Dossier dossier = store.dossiers().find(place.school(), place.dossier()).orElseThrow();
      assessments.of(
          dossier,
          assessments.facts(
              dossier, place.school(), school.around(place.school(), dossier.pupil())));
      if (i >= 0) {
        micros[i] = (System.nanoTime() - start) / 1e3;
      }
    }
    return median(micros);
  }

  private void measure(OpenStore open, Path dir, int size) throws SQLException {
    CheckAllSchools check =
        new CheckAllSchools(
            open.store().everyDossier(),
            new InMemoryMergers(),
            school,
            assessments,
            school.clock());
    double[] ratios = new double[3];
    long[] most = {0};
    for (int round = 0; round < ratios.length; round++) {
      long start = cpu();
      readAll(open, dir, size);
      long middle = cpu();
      AllSchools all =
          check.run(done -> most[0] = Math.max(most[0], done == size / 2 ? live() : 0));
      ratios[round] = (cpu() - middle) / (double) (middle - start);
      assertThat(all.whole().count()).isEqualTo(size);
      note("all of " + size + " dossiers", (cpu() - middle) / 1e9, "s");
    }
    figure("national-check-of-" + size + "-vs-reading", median(ratios), CHECK_GOAL);
    figure("national-check-of-" + size + "-live-heap-mb", most[0] / 1e6, HEAP_GOAL);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  // What is alive is known only after the collector looked.
  @SuppressWarnings("DoNotCallSuggester")
  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** The floor: every row in order, unsealed, and nothing done with it. */
  private static void readAll(OpenStore open, Path dir, int size) throws SQLException {
    String sql =
        "SELECT seq, id, at, kind_version, subject, idempotency_key, previous, digest, hash, sealed,"
            + " files, school, dossier FROM entry ORDER BY school, dossier, seq";
    int rows = 0;
    try (Connection connection = new SqliteFile(dir.resolve("plugin/meldcode.db")).open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        Place place =
            new Place(new SchoolId(row.getString(12)), new DossierId(Ids.uuid(row.getBytes(13))));
        Clear clear = EntryTable.clear(place, row);
        byte[] content =
            open.vault().open(place.school(), place.dossier(), clear.bytes(), row.getBytes(10));
        rows += content.length > 0 ? 1 : 0;
      }
    }
    assertThat(rows).isEqualTo(size * KINDS.size());
  }
}
