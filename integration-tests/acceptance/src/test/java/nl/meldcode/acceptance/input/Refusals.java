package nl.meldcode.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Tab;

/** How a refusal looks: one problem document, nothing recorded, nothing about our insides. */
final class Refusals {
  private Refusals() {}

  /** The pointers of all faults in a refusal with this status. */
  static List<String> pointers(Answer answer, int status) {
    assertProblem(answer, status);
    return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
        .peek(
            error -> {
              assertThat(error.path("code").asText()).isNotBlank();
              assertThat(error.path("detail").asText()).isNotBlank();
            })
        .map(error -> error.path("pointer").asText())
        .toList();
  }

  /** Checks the form of a refusal. */
  static void assertProblem(Answer answer, int status) {
    answer.expect(status);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(answer.text())
        .doesNotContain("nl.meldcode", "java.", "jackson", "Exception", "\tat ", "jersey");
  }

  /** Checks that the dossier is as it was. */
  static void assertUnchanged(Tab tab, long version) {
    assertThat(tab.dossier().version()).isEqualTo(version);
  }
}
