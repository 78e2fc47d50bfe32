package nl.meldcode.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import nl.meldcode.Covers;
import nl.meldcode.adapter.rest.RestDesk.Route;
import nl.meldcode.application.School;
import nl.meldcode.application.port.Roster.StaffMember;
import org.junit.jupiter.api.Test;

/** Who looks after the plugin reads how it is. */
@Covers("P11")
class HealthCallsTest {
  @Test
  void theHeadAndTheAdministratorReadWhatIsWrongAndWhatToDo() {
    for (StaffMember who : new StaffMember[] {School.RIK, School.PETRA}) {
      InProcess.Answer answer = health(who);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body())
          .contains("\"level\":\"WARN\"", "\"part\":\"DATABASE\"", "schrijven en lezen lukt")
          .contains("\"state\":\"nog 9 MiB vrij\",\"todo\":\"Maak ruimte.");
    }
  }

  @Test
  void forOthersThereIsNothing() {
    for (StaffMember who : new StaffMember[] {School.TIM, School.SEM, School.NORA, School.VERA}) {
      assertThat(health(who).status()).isEqualTo(404);
    }
  }

  private static InProcess.Answer health(StaffMember who) {
    RestDesk desk = new RestDesk(who);
    Route route = new Route("GET", "v1/contexts/" + desk.context + "/health");
    return desk.send(route, desk.own(), "");
  }
}
