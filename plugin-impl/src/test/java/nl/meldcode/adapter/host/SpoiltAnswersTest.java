package nl.meldcode.adapter.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.meldcode.Covers;
import nl.meldcode.Histories;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.adapter.http.Reply;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good answers in which one thing or other is not what it should be. */
class SpoiltAnswersTest {
  private static final int HISTORIES = 2;
  private static final int ANSWERS = 100;
  private static final SchoolId SCHOOL = new SchoolId(HostRoster.SCHOOL);
  private static final PupilId LOTTE = new PupilId(HostRoster.child(0));
  private static final byte[] PDF = "%PDF-1.7 verslag".getBytes(UTF_8);
  private static final List<String> JUNK =
      List.of(
          "null",
          "7",
          "-1e99",
          "true",
          "\"\"",
          "\" \"",
          "\"x\"",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "\"0001-99-01\"",
          "\"+999999999-12-31\"",
          "\"00000000-0000-0000-0000-000000000000\"");

  @TempDir private Path folder;

  @Test
  @Covers({"R03", "R04"})
  void anAnswerThatIsSpoiltIsNoAnswerOrTheRightOne() throws Exception {
    Histories.each(
        HISTORIES,
        random -> {
          try (MisbehavingHost host = new MisbehavingHost(HostRoster.of(15, 3));
              HostHttp http = new HostHttp(Duration.ofMillis(1), Duration.ofSeconds(5))) {
            host.spoil =
                body -> body.isEmpty() || random.nextInt(3) > 0 ? body : spoilt(body, random);
            for (int i = 0; i < ANSWERS; i++) {
              ask(host.client(http, folder, new TestClock()));
            }
          }
        });
  }

  /** Anything else than these two would be a fault of ours. */
  private static void ask(HostClient client) {
    HttpRoster roster = new HttpRoster(client, new TestClock());
    HttpHostRecord record = new HttpHostRecord(client);
    EntryId report = new EntryId(UUID.randomUUID());
    List<Runnable> calls =
        List.of(
            () -> assertThat(roster.around(SCHOOL, LOTTE).pupil().id()).isEqualTo(LOTTE),
            () -> roster.pupils(SCHOOL),
            () -> roster.kin(SCHOOL, LOTTE),
            roster::capabilities,
            () -> new HttpHostEvents(client).after(null),
            () -> record.storeReport(Items.report(LOTTE, report, PDF), PDF),
            () ->
                record.storeAcknowledgement(
                    Items.answer(LOTTE, new EntryId(UUID.randomUUID()), report, PDF)));
    for (Runnable call : calls) {
      try {
        call.run();
      } catch (HostUnavailable | HostRefused e) {
        assertThat(e.getMessage()).doesNotContain("Kind");
      }
    }
  }

  private static String spoilt(String body, RandomGenerator random) {
    try {
      JsonNode root = Reply.JSON.readTree(body);
      List<JsonNode> holders = new ArrayList<>();
      collect(root, holders);
      if (holders.isEmpty()) {
        return Histories.one(random, JUNK);
      }
      JsonNode junk = Reply.JSON.readTree(Histories.one(random, JUNK));
      if (Histories.one(random, holders) instanceof ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        object.set(Histories.one(random, names), junk);
      } else if (Histories.one(random, holders) instanceof ArrayNode array) {
        array.add(junk);
      }
      return root.toString();
    } catch (JsonProcessingException e) {
      return body;
    }
  }

  /** Everything that holds something. */
  private static void collect(JsonNode node, List<JsonNode> holders) {
    if (node.isContainerNode() && !node.isEmpty()) {
      holders.add(node);
    }
    node.forEach(child -> collect(child, holders));
  }
}
