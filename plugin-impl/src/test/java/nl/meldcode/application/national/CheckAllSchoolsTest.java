package nl.meldcode.application.national;

import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nl.meldcode.Covers;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.EveryDossier;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.figures.AllSchools;
import nl.meldcode.domain.figures.Shown;
import nl.meldcode.domain.practice.Practice;
import nl.meldcode.domain.school.Mergers;
import org.junit.jupiter.api.Test;

/** What is counted of the dossiers of all schools, and what is not. */
class CheckAllSchoolsTest {
  private static final String OPENED =
      """
      {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""";
  private static final PupilId GIJS = new PupilId(School.id("gijs"));
  private static final Roster AWAY =
      (Roster)
          Proxy.newProxyInstance(
              Roster.class.getClassLoader(),
              new Class<?>[] {Roster.class},
              (proxy, method, arguments) -> {
                throw new HostUnavailable("pupil");
              });
  private static final String SIGNAL =
      """
      {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","place":"klas","facts":"Moe.",
       "childToldUnasked":false}""";
  private final TestPlugin plugin = new TestPlugin();
  private final List<PupilId> pupils = new ArrayList<>();
  private int damaged;

  private AllSchools checked() {
    return check(plugin.roster).run(done -> {});
  }

  private CheckAllSchools check(Roster roster) {
    EveryDossier every =
        new EveryDossier() {
          @Override
          public long count() {
            return (long) pupils.size() + damaged;
          }

          @Override
          public void show(Consumer<Dossier> each, Consumer<SchoolId> isDamaged) {
            pupils.forEach(one -> plugin.dossiers.of(School.ID, one).forEach(each));
            for (int i = 0; i < damaged; i++) {
              isDamaged.accept(School.ID);
            }
          }
        };
    return new CheckAllSchools(
        every, plugin.mergers, roster, plugin.assessments, plugin.school.clock());
  }

  private void opened(int many) {
    for (int i = 0; i < many; i++) {
      opened(new PupilId(new UUID(8, pupils.size())));
    }
  }

  private void opened(PupilId pupil) {
    plugin.recorded(NORA, pupil, OPENED);
    pupils.add(pupil);
  }

  private static Shown total(AllSchools all) {
    return all.whole();
  }

  @Test
  @Covers("P9")
  void openDossiersAreCountedWithWhatTheyLack() {
    opened(13);
    pupils.subList(0, 7).forEach(one -> plugin.recorded(NORA, one, SIGNAL));
    AllSchools all = checked();

    assertThat(total(all)).isEqualTo(new Shown(13));
    assertThat(all.asked())
        .hasEntrySatisfying("S1.1", row -> assertThat(row.parts().get(1)).isEqualTo(new Shown(6)));
    assertThat(all.asOf()).isEqualTo(plugin.school.clock().instant());
  }

  @Test
  void signalsClosedDossiersAndPracticeAreLeftOut() {
    opened(5);
    plugin.recorded(NORA, LOTTE, SIGNAL);
    pupils.add(LOTTE);
    opened(Practice.pupil(School.ID, 1));
    opened(GIJS);
    Dossier gijs = plugin.dossiers.of(School.ID, GIJS).get(0);
    assertThat(gijs.closure()).isEmpty();
    assertThat(total(checked())).isEqualTo(new Shown(6));

    plugin.recorded(
        NORA,
        GIJS,
        """
        {"kind":"Closure","on":"2026-02-09","reason":"NO_CONCERN","acceptedGaps":%s}"""
            .formatted(gaps(gijs)));

    assertThat(total(checked())).isEqualTo(new Shown(5));
  }

  private String gaps(Dossier dossier) {
    return plugin
        .assessments
        .againstClosing(dossier, plugin.school.caller(NORA, GIJS), Set.of())
        .stream()
        .map(one -> one.requirement())
        .distinct()
        .map("{\"requirement\":\"%s\",\"reason\":\"x\"}"::formatted)
        .toList()
        .toString();
  }

  @Test
  void ofAMergedSchoolTheOneThatGoesOnIsNamed() {
    opened(5);
    SchoolId next = new SchoolId("99ZZ");
    plugin.mergers.keep(new Mergers(Map.of(School.ID, next)));

    assertThat(checked().schools()).extracting(AllSchools.School::id).containsExactly(next);
  }

  @Test
  void whatTheHostDoesNotKnowAndWhatIsDamagedIsToldApart() {
    opened(5);
    damaged = 2;
    List<Long> done = new ArrayList<>();
    CheckAllSchools check = check(plugin.roster);

    assertThat(check.count()).isEqualTo(7);
    assertThat(check.run(done::add).damaged()).isEqualTo(2);
    assertThat(done).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);

    AllSchools unknown = check(AWAY).run(seen -> {});
    assertThat(unknown.unknown()).isEqualTo(5);
    assertThat(unknown.schools()).isEmpty();
  }
}
