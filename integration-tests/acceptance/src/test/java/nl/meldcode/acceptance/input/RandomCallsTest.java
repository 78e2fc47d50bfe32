package nl.meldcode.acceptance.input;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import nl.meldcode.acceptance.story.Lotte;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Whatever is sent, the answer is one that is described, and what was recorded stays as it was. The
 * seed is printed with a failure; give it with {@code -Dseed=...}.
 */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomCallsTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int CALLS = 300;
  private static final List<String> ENTRIES =
      List.of(
          Forms.signal(february(16), "Viel in slaap."),
          Forms.advice(february(16)),
          Forms.talk(february(16)),
          Forms.coach(february(16)),
          Forms.weighing("Omdat het zo is."),
          Forms.decision(february(16), "Omdat het zo is."),
          Forms.help(february(16), february(20)));
  private static final List<String> OTHERS =
      List.of(
          "GET /dossier",
          "GET /protocols",
          "POST /delivery/resume",
          "GET /entries/{}/document",
          "GET /entries/{}/print",
          "GET /drafts/{}",
          "PUT /drafts/{}",
          "DELETE /drafts/{}",
          "GET /links",
          "GET /log",
          "GET /pupils",
          "POST /referrals",
          "PUT /lists",
          "PATCH /entries",
          "DELETE /dossier",
          "GET /{}");

  private final Random random = new Random(SEED);
  private final Mutations mutations = new Mutations(random);
  private StartedSchool school;
  private Tab nora;

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(2), LocalTime.of(9, 0));
    Lotte lotte = new Lotte(school);
    lotte.untilReport();
    nora = lotte.now("nora");
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @Test
  @Covers("S20")
  void noCallBreaksTheInterfaceOrChangesWhatIsThere() throws IOException {
    List<String> before = nora.dossier().entryIds();
    int recorded = 0;
    for (int call = 0; call < CALLS; call++) {
      Answer answer = random.nextInt(3) == 0 ? other() : entry();
      assertThat(answer.status()).as("seed %d, call %d", SEED, call).isLessThan(500);
      recorded += answer.status() == 201 ? 1 : 0;
    }

    List<String> after = nora.dossier().entryIds();
    assertThat(after).as("seed %d", SEED).containsAll(before);
    assertThat(after).as("seed %d", SEED).hasSize(before.size() + recorded);
    assertThat(Files.readString(school.data().resolve("log/meldcode.log")))
        .as("seed %d", SEED)
        .doesNotContain("\"level\":\"ERROR\"");
  }

  private Answer entry() {
    String entry = mutations.of(ENTRIES.get(random.nextInt(ENTRIES.size())));
    Call call =
        nora.call("POST", "/entries")
            .header("Idempotency-Key", random.nextInt(9) == 0 ? plain() : UUID.randomUUID() + "")
            .json(entry);
    if (random.nextInt(4) > 0) {
      call.header("If-Match", random.nextInt(4) == 0 ? plain() : nora.dossier().etag());
    }
    return random.nextInt(20) == 0 ? call.header("Content-Type", "text/xml").send() : call.send();
  }

  private Answer other() {
    String[] route = OTHERS.get(random.nextInt(OTHERS.size())).split(" ", 2);
    // What is no path at all, such as a NUL or two dots, the server itself refuses.
    List<String> ids =
        List.of(UUID.randomUUID().toString(), "x", "1e999", "%F0%9F%98%80", "a".repeat(999));
    String named = ids.get(random.nextInt(ids.size()));
    Call call = nora.call(route[0], route[1].replace("{}", named));
    return route[0].equals("GET")
        ? call.send()
        : call.json(mutations.of("{\"text\": \"x\"}")).send();
  }

  /** Something that may stand in a header. */
  private String plain() {
    return List.of("", "x", "*", "\"0\"", "W/\"1\"", "\"99999999999999999999\"", "a".repeat(5_000))
        .get(random.nextInt(7));
  }
}
