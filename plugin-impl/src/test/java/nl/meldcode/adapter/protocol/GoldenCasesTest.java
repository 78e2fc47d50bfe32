package nl.meldcode.adapter.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.protocol.Assessment;
import nl.meldcode.domain.protocol.Demand;
import nl.meldcode.domain.protocol.Finding;
import nl.meldcode.domain.protocol.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each protocol finds in the cases of its folder; a case needs no Java. */
@Covers({"S0.4", "S0.6", "S1.8", "B5.1", "B5.2"})
@Covers({"S1.1", "S1.3", "S1.7a", "S1.7b", "S1.7c", "S1.7d", "S1.7e", "S1.9"})
@Covers({"S2.1", "S2.2", "S2.5", "S2.6", "S2.7", "S2.8", "S2.9", "S2.10", "S2.12"})
@Covers({"S3.1", "S3.3", "S3.7", "S3.8", "S3.9", "S3.10a", "S3.10b", "S3.10c", "S3.10d", "S3.10e"})
@Covers({"S3.10f", "S3.10g", "S3.11", "S3.12"})
@Covers({"S4.1", "S4.2", "S4.4", "S4.5", "S4.6a", "S4.6b", "S4.6c", "S4.6d", "S4.7", "S4.8"})
@Covers({"S5.1", "S5.2", "S5.3", "S5.6", "S5.11", "S5.12", "S5.13", "S5.14", "S5.15", "S5.16"})
@Covers({"S5.17", "S5.8", "S5.10", "S5.19", "S0.9", "S0.10", "S4.3"})
@Covers({"S4.11-01", "S4.11-02", "S4.11-03", "S4.11-04", "S4.11-05", "S4.11-06", "S4.11-07"})
@Covers({"S4.11-08", "S4.11-09", "S4.11-10", "S4.11-11", "S4.11-12", "S4.11-13"})
@Covers({"S5.12a", "S5.12b", "S5.12c", "S5.12d", "S5.12e", "S5.12f", "S5.12g", "S5.12h"})
@Covers({"S5.13a", "S5.13b", "S5.13c"})
@Covers({"S6.1", "S6.2", "S6.3", "S6.4", "S6.5", "S6.6", "S6.7", "S6.7a", "S6.7b", "S6.7c", "S6.8"})
@Covers({"S6.10", "S6.12", "CR6", "S2.4", "T1", "T2", "T3", "T4", "T5", "T6"})
@Covers({"P4"})
@Covers({"B2.Q1", "B2.Q2", "B2.Q3", "B2.Q4", "B2.Q5", "B3.1", "B3.2", "B3.3"})
@Covers({"A.12.9", "A.12.12", "A.12.13", "A.12.14", "A.12.18", "A.12.19"})
@Covers({"B8.1", "B8.2", "B8.3", "B9.1", "B11.1", "B11.2"})
class GoldenCasesTest {
  private static final Path CASES = Path.of("src/test/resources/protocols");
  private static final ShippedProtocols PROTOCOLS =
      new ShippedProtocols(Map.of(), ProtocolId.of(ShippedProtocols.PUBLISHED.get(0)));

  /** The entry itself cannot be recorded without these. */
  private static final List<String> BY_SHAPE =
      List.of("S1.2", "S1.7a", "S1.7b", "S1.7c", "S1.7d", "S1.7e");

  /** No entry can mend these, or one of another step does. */
  private static final List<String> ELSEWHERE =
      List.of("S1.3", "S1.9", "S4.11", "S5.6", "S5.14", "S5.19", "calendar");

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theProtocolFindsWhatTheCaseExpects(Path file) {
    GoldenCase golden = GoldenCase.read(CASES.resolve(file));
    Assessment assessment = assess(file);
    assertThat(golden.lines(assessment)).as("findings").isEqualTo(golden.findings());
    assertThat(assessment.steps().stream().map(one -> one.status().name()).toList())
        .as("steps")
        .isEqualTo(golden.steps());
  }

  @Test
  void thereAreManyCases() throws IOException {
    assertThat(cases().count()).isGreaterThanOrEqualTo(130);
  }

  /** A finding without a case could say anything. What two protocols share, one shows. */
  @Test
  void everyRowIsMissingInSomeCase() throws IOException {
    Set<Demand> shown = new HashSet<>();
    for (String id : ShippedProtocols.PUBLISHED) {
      List<Demand> demands = protocol(id).demands().toList();
      assertThat(found(id))
          .as(id)
          .containsAll(
              demands.stream()
                  .filter(demand -> !shown.contains(demand))
                  .map(Demand::id)
                  .filter(row -> !BY_SHAPE.contains(row))
                  .toList());
      shown.addAll(demands);
    }
  }

  private static List<String> found(String id) throws IOException {
    return cases()
        .filter(file -> idOf(file).equals(id))
        .flatMap(file -> assess(file).findings().stream())
        .map(Finding::requirement)
        .distinct()
        .toList();
  }

  /** What is missing leads to the form of its own step. */
  @Test
  void everyFindingNamesTheKindThatMeetsIt() throws IOException {
    assertThat(
            cases()
                .flatMap(file -> assess(file).findings().stream())
                .filter(one -> !ELSEWHERE.contains(one.requirement())))
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(one.metBy())
                    .as(one.requirement())
                    .isNotNull()
                    .extracting(kind -> kind.step())
                    .isEqualTo(one.step()));
  }

  private static Assessment assess(Path file) {
    GoldenCase golden = GoldenCase.read(CASES.resolve(file));
    return protocol(idOf(file)).assess(golden.facts(), golden.today());
  }

  private static String idOf(Path file) {
    return file.getName(0) + "@" + file.getName(1);
  }

  private static Protocol protocol(String id) {
    return PROTOCOLS.byId(ProtocolId.of(id));
  }

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files
          .filter(file -> file.toString().endsWith(".case.json"))
          .map(CASES::relativize)
          .sorted()
          .toList()
          .stream();
    }
  }
}
