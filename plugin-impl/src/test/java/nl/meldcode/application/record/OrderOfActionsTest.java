package nl.meldcode.application.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.meldcode.Covers;
import nl.meldcode.adapter.json.JsonEntries;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.adapter.protocol.ShippedCalendars;
import nl.meldcode.adapter.protocol.ShippedProtocols;
import nl.meldcode.adapter.store.OpenStore;
import nl.meldcode.adapter.validation.ConstraintShapes;
import nl.meldcode.api.EntryId;
import nl.meldcode.application.InMemoryLists;
import nl.meldcode.application.School;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.port.InMemoryLinkLog;
import nl.meldcode.application.port.MemoryAccessLog;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.text.Texts;
import nl.meldcode.application.view.Assessments;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever people do, in whatever order and at once: what was recorded stays as it was. */
class OrderOfActionsTest {
  private static final int ACTIONS = 40;
  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<StaffMember> PEOPLE =
      List.of(School.ANJA, School.TIM, School.NORA, School.SEM, School.PETRA, School.RIK);
  private static final List<String> ENTRIES =
      List.of(
          """
          {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Moe."}""",
          """
          {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""",
          """
          {"kind":"EmergencyAction","on":"2026-02-09","danger":"Alleen thuis.","called":["POLICE"],
           "done":"Gebeld."}""",
          """
          {"kind":"ClassroomAction","on":"2026-02-09","action":"Apart gezet."}""",
          """
          {"kind":"HandoverAccepted","on":"2026-02-09"}""",
          """
          {"kind":"Closure","on":"2026-02-09","reason":"RESOLVED","motivation":"Klaar."}""");

  private final long seed = Long.getLong("seed", new Random().nextLong());
  private final School school = new School();
  private final Map<EntryId, Recorded> acknowledged = new ConcurrentHashMap<>();
  @TempDir private Path dir;

  @Test
  @Covers("S19")
  void whatWasRecordedNeverChanges() {
    ExecutorService pool = Executors.newFixedThreadPool(PEOPLE.size());
    try (OpenStore open = new OpenStore(dir)) {
      RecordEntry record = recordEntry(open);
      CompletableFuture.allOf(
              IntStream.range(0, PEOPLE.size())
                  .mapToObj(
                      i ->
                          CompletableFuture.runAsync(
                              () -> act(open, record, PEOPLE.get(i), new Random(seed + i)), pool))
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    } finally {
      pool.shutdown();
    }
    // Many are refused, as people's are; that some were not is all that is asked of chance.
    assertThat(acknowledged).as("-Dseed=%d", seed).hasSizeGreaterThan(ACTIONS / 4);
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(entries(open))
          .as("-Dseed=%d", seed)
          .containsExactlyInAnyOrderElementsOf(acknowledged.values());
    }
  }

  /** Each time, what was there before is there again, in its place. */
  private void act(OpenStore open, RecordEntry record, StaffMember who, Random random) {
    List<Dossier> before = all(open);
    for (int i = 0; i < ACTIONS; i++) {
      String entry = action(entries(before), random);
      Request request =
          new Request(
              UUID.randomUUID(), before.isEmpty() ? 0 : before.get(before.size() - 1).version());
      Outcome outcome =
          record.record(school.caller(who), entry.getBytes(StandardCharsets.UTF_8), request);
      if (outcome instanceof Outcome.Done done) {
        acknowledged.put(done.recorded().id(), done.recorded());
      }
      List<Dossier> now = all(open);
      for (int j = 0; j < before.size(); j++) {
        assertThat(now.get(j).entries())
            .as("-Dseed=%d", seed)
            .startsWith(before.get(j).entries().toArray(Recorded[]::new));
      }
      before = now;
    }
  }

  /** Something new, something put right, or one of each kind as it comes. */
  private static String action(List<Recorded> known, Random random) {
    int choice = random.nextInt(4);
    if (choice == 0) {
      return EveryKind.whole(KINDS.get(random.nextInt(KINDS.size()))).toString();
    }
    if (choice == 1 && !known.isEmpty()) {
      return """
      {"kind":"Correction","entry":"%s","reason":"Vergist.","corrected":
       {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Moe %d."}}"""
          .formatted(known.get(random.nextInt(known.size())).id(), random.nextInt());
    }
    return ENTRIES.get(random.nextInt(ENTRIES.size()));
  }

  private static List<Dossier> all(OpenStore open) {
    return open.store().dossiers().of(School.ID, School.LOTTE);
  }

  private static List<Recorded> entries(OpenStore open) {
    return entries(all(open));
  }

  private static List<Recorded> entries(List<Dossier> dossiers) {
    List<Recorded> entries = new ArrayList<>();
    dossiers.forEach(one -> entries.addAll(one.entries()));
    return entries;
  }

  private RecordEntry recordEntry(OpenStore open) {
    Gate gate =
        new Gate(
            new Policy(AccessFile.shipped(), school.clock()),
            new MemoryAccessLog(),
            school.clock());
    Assessments assessments =
        new Assessments(
            new ShippedProtocols(Map.of(), ProtocolId.of("scope-2013@1.0.0")),
            new ShippedCalendars(Map.of(), "midden"),
            new InMemoryLists(),
            school.clock());
    return new RecordEntry(
        open.store().dossiers(),
        new Inspection(new JsonEntries(), new ConstraintShapes(school.clock()), school),
        gate,
        new Papers(new School.PlainDocuments(), open.store().attachments(), new Texts(), school),
        new Rules(assessments, new InMemoryLinkLog(), school::capabilities),
        (at, pupils) -> {});
  }
}
