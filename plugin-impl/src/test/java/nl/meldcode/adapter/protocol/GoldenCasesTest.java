package nl.meldcode.adapter.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.protocol.Assessment;
import nl.meldcode.domain.protocol.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What scope-2013 finds in the cases of the folder beside it; a case needs no Java. */
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
class GoldenCasesTest {
  private static final ProtocolId ID = ProtocolId.of("scope-2013@1.0.0");
  private static final Path FOLDER = Path.of("src/test/resources/protocols/scope-2013/1.0.0");
  private static final Protocol PROTOCOL = new ShippedProtocols(Map.of(), ID).byId(ID);

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theProtocolFindsWhatTheCaseExpects(Path file) {
    GoldenCase golden = GoldenCase.read(FOLDER.resolve(file));
    Assessment assessment = PROTOCOL.assess(golden.facts(), golden.today());
    assertThat(golden.lines(assessment)).as("findings").isEqualTo(golden.findings());
    assertThat(assessment.steps().stream().map(one -> one.status().name()).toList())
        .as("steps")
        .isEqualTo(golden.steps());
  }

  @Test
  void thereAreManyCases() throws IOException {
    assertThat(cases().count()).isGreaterThanOrEqualTo(25);
  }

  /** A finding without a case could say anything. */
  @Test
  void everyRowIsMissingInSomeCase() throws IOException {
    List<String> found =
        cases()
            .map(file -> GoldenCase.read(FOLDER.resolve(file)))
            .flatMap(golden -> PROTOCOL.assess(golden.facts(), golden.today()).findings().stream())
            .map(finding -> finding.requirement())
            .distinct()
            .toList();
    List<String> rows = PROTOCOL.demands().map(demand -> demand.id()).toList();
    assertThat(found).containsAll(rows.stream().filter(row -> !BY_SHAPE.contains(row)).toList());
  }

  /** What is missing leads to the form of its own step, but where no entry can mend it. */
  @Test
  void everyFindingNamesTheKindThatMeetsIt() throws IOException {
    assertThat(
            cases()
                .map(file -> GoldenCase.read(FOLDER.resolve(file)))
                .flatMap(
                    golden -> PROTOCOL.assess(golden.facts(), golden.today()).findings().stream())
                .filter(
                    one ->
                        !List.of("S1.3", "S1.9", "S4.11", "S5.6", "S5.19", "calendar")
                            .contains(one.requirement())))
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(one.metBy())
                    .as(one.requirement())
                    .isNotNull()
                    .extracting(kind -> kind.step())
                    .isEqualTo(one.step()));
  }

  /** The entry itself cannot be recorded without these. */
  private static final List<String> BY_SHAPE =
      List.of("S1.2", "S1.7a", "S1.7b", "S1.7c", "S1.7d", "S1.7e");

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".case.json"))
          .map(Path::getFileName)
          .sorted()
          .toList()
          .stream();
    }
  }
}
