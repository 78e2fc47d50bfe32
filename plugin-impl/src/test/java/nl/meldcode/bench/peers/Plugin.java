package nl.meldcode.bench.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.meldcode.adapter.json.JsonEntries;
import nl.meldcode.api.EntryId;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.record.EveryKind;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.protocol.Demand;
import nl.meldcode.domain.protocol.Facts;
import nl.meldcode.domain.protocol.Protocol;
import nl.meldcode.domain.protocol.ProtocolStep;
import nl.meldcode.domain.protocol.RecordedKind;
import nl.meldcode.domain.protocol.Severity;
import nl.meldcode.domain.protocol.Timing;
import nl.meldcode.domain.term.SchoolCalendar;

/**
 * Our own side: entries sealed and chained in the store, and a protocol that is data. Without what
 * stands around it for people (access, its log, validation, texts).
 */
final class Plugin implements Peer {
  private static final ProtocolId ID = ProtocolId.of("same-case@1.0.0");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final JsonEntries JSON = new JsonEntries();
  private static final Map<String, byte[]> SENT = new ConcurrentHashMap<>();
  private final Dossiers store;
  private final Protocol protocol = protocol();

  Plugin(Dossiers store) {
    this.store = store;
  }

  private static Protocol protocol() {
    return new Protocol(
        ID,
        DAY,
        "",
        List.of(),
        List.of(),
        SameCase.steps().entrySet().stream().map(it -> step(it.getKey(), it.getValue())).toList(),
        new ProtocolStep(Step.AFTER_REPORT, Set.of(), List.of(), null),
        null);
  }

  private static ProtocolStep step(Step step, List<Kind> kinds) {
    List<Demand> demands =
        kinds.stream()
            .map(
                kind ->
                    new Demand(
                        kind.jsonName(),
                        step,
                        new RecordedKind(kind),
                        Severity.MISSING,
                        null,
                        Set.of(Role.IB),
                        null))
            .toList();
    return new ProtocolStep(step, Set.of(), demands, null);
  }

  /** The JSON of an entry of that kind with all that it can hold. */
  static byte[] json(String kind) {
    return SENT.computeIfAbsent(
        kind, name -> EveryKind.whole(Kind.named(name).orElseThrow()).toString().getBytes(UTF_8));
  }

  @Override
  public Case begin() {
    One one = new One(NewEntries.at("99AA"));
    one.toRecord(Kind.DOSSIER_OPENED.jsonName()).run();
    return one;
  }

  private final class One implements Case {
    private final NewEntries dossier;

    One(NewEntries dossier) {
      this.dossier = dossier;
    }

    @Override
    public Set<String> missing() {
      Dossier found = store.find(dossier.school(), dossier.dossier()).orElseThrow();
      Facts facts =
          new Facts(found, new Family(List.of()), new SchoolCalendar(List.of()), null, Set.of());
      return protocol.assess(facts, DAY).missing().stream()
          .filter(finding -> finding.timing() == Timing.NOW)
          .map(finding -> finding.requirement())
          .collect(Collectors.toSet());
    }

    @Override
    public Runnable toRecord(String kind) {
      byte[] sent = json(kind);
      return () -> {
        Entry entry = JSON.read(sent).entry();
        if (entry == null || !(store.append(entry(entry)) instanceof Appended.Done)) {
          throw new IllegalStateException("not recorded: " + kind);
        }
      };
    }

    private NewEntry entry(Entry entry) {
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
          ID,
          List.of(),
          entry);
    }

    @Override
    public void close() {
      toRecord(Kind.CLOSURE.jsonName()).run();
    }
  }
}
