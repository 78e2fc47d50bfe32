package nl.meldcode.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.adapter.rest.RestDesk.Route;
import nl.meldcode.application.School;
import org.junit.jupiter.api.Test;

/** What somebody is typing, as it is kept and read over the interface. */
class DraftCallsTest {
  private final RestDesk desk = new RestDesk(School.NORA);

  @Test
  @Covers({"S3.8", "S3.9"})
  void theAnswersOfTwoParentsToOneVersionAreKeptApart() {
    String version = "Acknowledgement." + UUID.randomUUID();
    String father = version + "." + UUID.randomUUID();
    String mother = version + "." + UUID.randomUUID();

    assertThat(sent("PUT", father, "{\"guardianView\":\"Anders.\"}").status()).isEqualTo(200);
    assertThat(sent("GET", mother, "").status()).isEqualTo(404);
    assertThat(sent("PUT", mother, "{}").status()).isEqualTo(200);
    assertThat(sent("DELETE", mother, "").status()).isEqualTo(204);
    assertThat(sent("GET", father, "").body()).contains("\"guardianView\":\"Anders.\"");
  }

  @Test
  void aNameTellsWhatTheFormIsAboutAndNothingElse() {
    String source = "TaskDone." + UUID.randomUUID();
    assertThat(sent("PUT", source + ".1", "{}").status()).isEqualTo(200);
    assertThat(sent("GET", source + ".2", "").status()).isEqualTo(404);
    assertThat(sent("PUT", source + ".1.2", "{}").status()).isEqualTo(404);
    assertThat(sent("PUT", source + ".", "{}").status()).isEqualTo(404);
    assertThat(sent("PUT", source + "@1", "{}").status()).isEqualTo(404);
  }

  private InProcess.Answer sent(String method, String form, String body) {
    Route route = new Route(method, "v1/contexts/" + desk.context + "/drafts/" + form);
    return desk.send(route, desk.own(), body);
  }
}
