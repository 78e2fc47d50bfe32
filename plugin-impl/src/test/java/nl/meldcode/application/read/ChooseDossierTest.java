package nl.meldcode.application.read;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.api.DossierId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Callers;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.port.Drafts;
import nl.meldcode.application.port.InMemoryDrafts;
import nl.meldcode.application.port.InMemorySessions;
import nl.meldcode.application.port.MemoryAccessLog;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.application.record.Request;
import nl.meldcode.application.view.PageView;
import nl.meldcode.domain.dossier.DossierState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lotte had a dossier that was closed, and has one with a signal now. */
@Covers("A.12.10")
class ChooseDossierTest {
  private static final String SIGNAL =
      """
      {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Moe."}""";
  private final TestPlugin plugin = new TestPlugin();
  private final School school = plugin.school;
  private final Sessions sessions = new InMemorySessions();
  private final MemoryAccessLog log = new MemoryAccessLog();
  private final Gate gate =
      new Gate(new Policy(AccessFile.shipped(), school.clock()), log, school.clock());
  private final ChooseDossier choose =
      new ChooseDossier(plugin.dossiers, sessions, plugin.school, gate);

  @BeforeEach
  void twoDossiers() {
    plugin.recorded(
        NORA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    String gaps =
        String.join(
            ",",
            plugin.view(PETRA).findings().stream()
                .map(
                    one ->
                        "{\"requirement\":\""
                            + one.requirement()
                            + "\",\"reason\":\"Niet nodig.\"}")
                .distinct()
                .toList());
    plugin.recorded(
        PETRA,
        """
        {"kind":"Closure","reason":"NO_CONCERN","on":"2026-02-09","acceptedGaps":[%s]}"""
            .formatted(gaps));
    plugin.recorded(ANJA, SIGNAL);
  }

  @Test
  void anEarlierDossierCanBeReadAgain() {
    PageView now = plugin.page(NORA);
    assertThat(now.dossiers())
        .extracting(PageView.DossierRow::state)
        .containsExactly(DossierState.CLOSED, DossierState.SIGNALS);

    PageView then = plugin.showDossier.show(in(NORA, now.dossiers().get(0).id())).view();

    assertThat(Objects.requireNonNull(then.dossier()).state()).isEqualTo(DossierState.CLOSED);
    assertThat(then.dossiers())
        .extracting(PageView.DossierRow::atHand)
        .containsExactly(true, false);
  }

  @Test
  void whatIsRecordedThereStaysThereAndNothingBegins() {
    Caller then = in(NORA, plugin.page(NORA).dossiers().get(0).id());

    assertThat(record(then, SIGNAL)).isEqualTo(new Outcome.Refused("dossier.closed", List.of()));
    assertThat(
            record(
                then,
                """
                {"kind":"ConflictOfInterest","member":"%s","conflict":true,"reason":"Oom.",
                 "on":"2026-02-09"}"""
                    .formatted(TIM.id())))
        .isInstanceOf(Outcome.Done.class);
    assertThat(plugin.dossiers.of(School.ID, School.LOTTE))
        .extracting(one -> one.entries().size())
        .containsExactly(3, 1);
  }

  @Test
  void whatIsTypedInOneIsNotOfferedInTheOther() {
    OwnDrafts drafts = new OwnDrafts(new InMemoryDrafts(), gate);
    Caller then = in(NORA, plugin.page(NORA).dossiers().get(0).id());
    drafts.keep(then, "Signal", "{}");

    assertThat(drafts.find(school.caller(NORA), "Signal")).isEmpty();
    assertThat(drafts.find(then, "Signal")).map(Drafts.Draft::json).contains("{}");
  }

  @Test
  @Covers("A.12.10")
  void theLastOneIsNotHeldOnTo() {
    String last = plugin.page(NORA).dossiers().get(1).id();

    assertThat(in(NORA, last).chosen()).isNull();
  }

  @Test
  @Covers({"C.3", "S07"})
  void whoMayNotKnowOfADossierCannotChooseIt() {
    String closed = plugin.page(NORA).dossiers().get(0).id();

    assertThat(opened(TIM, closed)).isEmpty();
    assertThat(opened(NORA, UUID.randomUUID().toString())).isEmpty();
    assertThat(log.events()).as("one of them is a refusal").hasSize(1);
  }

  private Caller in(StaffMember member, String dossier) {
    String secret = session(member);
    String context = choose.choose(secret, school.caller(member), id(dossier)).orElseThrow();
    return new Callers(
            sessions, school, plugin.mergers, plugin.emergencies, plugin.dossiers, school.clock())
        .find(secret, context)
        .orElseThrow();
  }

  private Optional<String> opened(StaffMember member, String dossier) {
    return choose.choose(session(member), school.caller(member), id(dossier));
  }

  private String session(StaffMember member) {
    return sessions.begin(
        new Sessions.Session(
            "stichting", member.id(), school.clock().instant(), school.clock().instant()));
  }

  private static DossierId id(String text) {
    return new DossierId(UUID.fromString(text));
  }

  private Outcome record(Caller caller, String json) {
    return plugin.recordEntry.record(
        caller, json.getBytes(StandardCharsets.UTF_8), new Request(UUID.randomUUID(), 3L));
  }
}
