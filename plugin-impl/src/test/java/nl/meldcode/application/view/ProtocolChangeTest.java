package nl.meldcode.application.view;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.domain.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An open dossier moves to another protocol only by a deliberate act of IB or head. */
class ProtocolChangeTest {
  private static final String CHANGE =
      """
      {"kind":"ProtocolMigrated","to":"onderwijs-2019@1.0.0","reason":"De wet van 2019 geldt."}""";

  private final TestPlugin plugin = new TestPlugin();

  @BeforeEach
  void aDossierIsOpen() {
    plugin.recorded(
        ANJA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
  }

  @Test
  void whatWouldBecomeMissingIsShownFirstAndIsMissingAfterwards() {
    List<ProtocolChange> changes =
        plugin.previewProtocols.preview(plugin.school.caller(NORA)).orElseThrow();

    assertThat(changes)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.title()).isEqualTo("Onderwijs 2019");
              assertThat(change.becomesMissing())
                  .containsExactly(
                      "De kindcheck is nog niet gedaan: signalen bij de ouders, en andere kinderen in"
                          + " huis.");
            });
    assertThat(rows()).doesNotContain("B11.1");

    plugin.recorded(NORA, CHANGE);

    assertThat(plugin.view(NORA).protocol().id()).isEqualTo("onderwijs-2019@1.0.0");
    assertThat(plugin.view(NORA).protocol().asks()).contains("ChildCheck", "Weighing.suspicion");
    assertThat(rows()).contains("B11.1", "S1.7");
  }

  @Test
  void onlyManagementSeesAndChoosesAnother() {
    assertThat(plugin.previewProtocols.preview(plugin.school.caller(ANJA))).isEmpty();
    assertThat(plugin.previewProtocols.preview(plugin.school.caller(TIM))).isEmpty();
    assertThat(plugin.record(ANJA, CHANGE))
        .isEqualTo(new Outcome.Forbidden(Set.of(Role.IB, Role.DIR)));
  }

  @Test
  void itHasToBeThereAndAnother() {
    Outcome refused = new Outcome.Refused("protocol.notAnother", List.of());

    assertThat(plugin.record(NORA, CHANGE.replace("onderwijs-2019", "eigen"))).isEqualTo(refused);
    assertThat(plugin.record(NORA, CHANGE.replace("onderwijs-2019", "scope-2013")))
        .isEqualTo(refused);
    assertThat(plugin.record(NORA, CHANGE.replace("onderwijs-2019@1.0.0", "x y")))
        .isInstanceOf(Outcome.Invalid.class);
  }

  private List<String> rows() {
    return plugin.view(NORA).findings().stream().map(FindingRow::requirement).toList();
  }
}
