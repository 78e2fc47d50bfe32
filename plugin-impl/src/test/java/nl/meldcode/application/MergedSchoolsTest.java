package nl.meldcode.application;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.FINN;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.linking.FollowMergers;
import nl.meldcode.application.linking.LinkWatch;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.read.ReadLog;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.application.record.Request;
import nl.meldcode.application.view.DossierView;
import nl.meldcode.domain.linking.Kin;
import nl.meldcode.domain.linking.Kin.Basis;
import nl.meldcode.domain.linking.Kin.Tie;
import nl.meldcode.domain.school.Mergers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lotte's school, with a dossier on her, became part of another one. */
@Covers("P6")
class MergedSchoolsTest {
  private static final SchoolId NEW = new SchoolId("99ND");
  private static final String OPENING =
      """
      {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""";
  private static final String SIGNAL =
      """
      {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Moe."}""";
  private final TestPlugin plugin = new TestPlugin();

  @BeforeEach
  void lotteHasADossierAndTheSchoolBecamePartOfAnother() {
    plugin.recorded(NORA, OPENING);
    plugin.page(ANJA);
    plugin.school.mergers = Map.of(School.ID, NEW);
    follow();
  }

  @Test
  void workGoesOnInTheDossierAsItStands() {
    done(record(NORA, LOTTE, SIGNAL));

    assertThat(view(NORA, LOTTE).entries()).hasSize(2);
    assertThat(plugin.dossiers.all())
        .singleElement()
        .satisfies(one -> assertThat(one.school()).as("nothing moved").isEqualTo(School.ID));
    done(record(ANJA, FINN, SIGNAL));
    assertThat(plugin.dossiers.all())
        .extracting(one -> one.school())
        .containsExactly(School.ID, NEW);
  }

  @Test
  void itsDocumentsAreReadFromWhereTheyWereStored() {
    Outcome made = record(NORA, LOTTE, "{\"kind\":\"SignalLog\",\"purpose\":\"inspectie\"}");
    done(made);
    var id = ((Outcome.Done) made).recorded().id();

    assertThat(plugin.readDocument.read(at(NEW, NORA, LOTTE), id, false)).isPresent();
    assertThat(plugin.readDocument.read(at(School.ID, NORA, LOTTE), id, false))
        .as("it lies with the dossier")
        .isPresent();
  }

  @Test
  @Covers({"S07", "R04"})
  void anySchoolThatItIsNoPartOfFindsNothing() {
    SchoolId other = new SchoolId("99XX");
    assertThat(plugin.showDossier.show(at(other, NORA, LOTTE)).view().dossier()).isNull();

    plugin.school.mergers = Map.of();
    follow();
    assertThat(plugin.showDossier.show(at(NEW, NORA, LOTTE)).view().dossier())
        .as("the host took it back")
        .isNull();
  }

  @Test
  @Covers({"A.10", "P5"})
  void dossiersOfBothSchoolsFindEachOther() {
    done(record(NORA, FINN, OPENING));
    plugin.school.kin =
        pupil -> {
          PupilId other = pupil.equals(LOTTE) ? FINN : LOTTE;
          return new Kin(pupil, List.of(new Tie(other, Basis.REGISTERED, Set.of())), Set.of());
        };
    follow();

    for (PupilId pupil : List.of(LOTTE, FINN)) {
      assertThat(plugin.showLinks.of(at(NEW, NORA, pupil)).orElseThrow()).hasSize(1);
    }
    assertThat(plugin.links.of(School.ID, plugin.dossiers.all().get(0).id())).hasSize(1);
  }

  /** An event that came while the host could not say more is no reason to wait for the night. */
  @Test
  void whatWasMissedIsAskedForWhenThereIsNothingElseToDo() {
    plugin.mergers.keep(Mergers.NONE);
    LinkWatch watch =
        new LinkWatch(
            plugin.findLinks,
            plugin.dossiers,
            new FollowMergers(plugin.school, plugin.mergers),
            plugin.school.clock());

    while (watch.run()) {
      assertThat(plugin.mergers.now()).as("not before").isEqualTo(Mergers.NONE);
    }

    assertThat(plugin.mergers.now().into()).containsEntry(School.ID, NEW);
  }

  @Test
  @Covers("R10")
  void whileTheHostIsAwayItsLastWordCounts() {
    plugin.school.mergers = null;
    follow();

    assertThat(plugin.mergers.now()).isEqualTo(new Mergers(Map.of(School.ID, NEW)));
  }

  @Test
  @Covers("A.12.8")
  void theLogTellsAlsoWhatWasDoneAtTheOldSchool() {
    assertThat(plugin.readLog.of(at(NEW, PETRA, LOTTE)).orElseThrow().lines())
        .extracting(ReadLog.Line::who)
        .contains(ANJA.id(), NORA.id());
  }

  private void follow() {
    LinkWatch watch =
        new LinkWatch(
            plugin.findLinks,
            new MergedDossiers(plugin.dossiers, plugin.mergers),
            new FollowMergers(plugin.school, plugin.mergers),
            plugin.school.clock());
    watch.everything();
    while (watch.run()) {
      assertThat(plugin.mergers.now()).isNotNull();
    }
  }

  private Caller at(SchoolId school, StaffMember member, PupilId pupil) {
    return plugin.school.caller(member, pupil, school);
  }

  private Outcome record(StaffMember member, PupilId pupil, String json) {
    return plugin.recordEntry.record(
        at(NEW, member, pupil),
        json.getBytes(StandardCharsets.UTF_8),
        new Request(UUID.randomUUID(), null));
  }

  private static void done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  private DossierView view(StaffMember member, PupilId pupil) {
    return Objects.requireNonNull(plugin.showDossier.show(at(NEW, member, pupil)).view().dossier());
  }
}
