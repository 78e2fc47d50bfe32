package nl.meldcode.application.record;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.FINN;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.SEM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.domain.entry.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is left out of an entry, or put in another's place: it is answered, never broken on. */
class SpoiltEntriesTest {
  private static final String INCIDENT =
      """
      {"kind":"Incident","incident":"%s","on":"2026-02-09","facts":"x","concerns":["AGGRESSION"],
       "frequency":"INCIDENTAL","seriousness":"SERIOUS","pupils":["%s","%s"]}"""
          .formatted(EveryKind.INCIDENT, LOTTE, FINN);

  private final TestPlugin plugin = new TestPlugin();

  @ParameterizedTest
  @EnumSource(Kind.class)
  @Covers("S20")
  void eachIsAnsweredWithAndWithoutADossier(Kind kind) {
    List<JsonNode> spoilt = EveryKind.spoilt(EveryKind.whole(kind));

    List<Outcome> before = outcomes(spoilt);
    plugin.recorded(NORA, INCIDENT);
    List<Outcome> after = outcomes(spoilt);

    assertThat(before).as("it was looked at").hasAtLeastOneElementOfType(Outcome.Invalid.class);
    assertThat(after).as("it was looked at").hasAtLeastOneElementOfType(Outcome.Invalid.class);
  }

  private List<Outcome> outcomes(List<JsonNode> entries) {
    return Stream.of(ANJA, NORA, SEM, PETRA)
        .flatMap(who -> entries.stream().map(one -> plugin.record(who, one.toString())))
        .toList();
  }
}
