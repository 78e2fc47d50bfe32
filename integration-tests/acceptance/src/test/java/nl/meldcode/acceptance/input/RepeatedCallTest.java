package nl.meldcode.acceptance.input;

import static nl.meldcode.acceptance.input.Refusals.assertProblem;
import static nl.meldcode.acceptance.input.Refusals.assertUnchanged;
import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.AtOnce;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that comes twice has one effect; a call that comes from elsewhere has none. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedCallTest {
  private static final String SIGNAL = Forms.signal(february(2), "Viel in slaap.");

  private StartedSchool school;
  private Tab anja;
  private long version;

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(2), LocalTime.of(9, 0));
    anja = school.tab("anja", "lotte");
    anja.record(SIGNAL);
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @BeforeEach
  void read() {
    version = anja.dossier().version();
  }

  @Test
  @Covers({"R10"})
  void theSameCallAgainIsAnsweredWithTheSameEntry() {
    UUID key = UUID.randomUUID();
    Answer first = anja.unread(key, SIGNAL).send().expect(201);
    Answer again = anja.unread(key, SIGNAL).send().expect(201);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(anja.dossier().version()).isEqualTo(version + 1);
  }

  @Test
  @Covers({"R10"})
  void theSameCallManyTimesAtOnceRecordsOneEntry() {
    UUID key = UUID.randomUUID();
    List<String> ids =
        AtOnce.of(12, i -> anja.unread(key, SIGNAL).send().expect(201)).stream()
            .map(answer -> answer.json().path("id").asText())
            .distinct()
            .toList();

    assertThat(ids).hasSize(1);
    assertThat(anja.dossier().version()).isEqualTo(version + 1);
  }

  @Test
  @Covers({"R10"})
  void theSameKeyForSomethingElseIsRefused() {
    UUID key = UUID.randomUUID();
    anja.unread(key, SIGNAL).send().expect(201);
    assertProblem(anja.unread(key, Forms.signal(february(2), "Iets anders.")).send(), 422);
    assertUnchanged(anja, version + 1);
  }

  @Test
  @Covers({"R11"})
  void signalsOfManyAtOnceAreAllRecorded() {
    List<String> ids = AtOnce.of(24, i -> anja.record(Forms.signal(february(2), "Signaal " + i)));
    assertThat(anja.dossier().entryIds()).containsAll(ids).doesNotHaveDuplicates();
    assertThat(anja.dossier().version()).isEqualTo(version + 24);
  }

  @Test
  @Covers({"S06"})
  void aCallWithoutOurHeaderOrFromAnotherOriginChangesNothing() {
    String own = school.site().pluginOrigin();
    String host = school.site().host().toString();
    refused(bare().header("Origin", own));
    refused(bare().header("X-MC", "1"));
    refused(bare().header("X-MC", "1").header("Origin", "null"));
    refused(bare().header("X-MC", "1").header("Origin", "https://elders.example"));
    refused(bare().header("X-MC", "1").header("Origin", host));
    refused(bare().header("X-MC", "1").header("Origin", own + ".elders.example"));
    refused(
        bare().header("X-MC", "1").header("Origin", own).header("Sec-Fetch-Site", "cross-site"));
    assertUnchanged(anja, version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  @Covers({"S06"})
  void whatAFormCanPostChangesNothing(String type) {
    Answer answer =
        anja.bare("POST", "/entries")
            .header("Origin", "https://elders.example")
            .body(type, SIGNAL)
            .send();
    assertThat(answer.status()).isIn(400, 403, 415);
    assertUnchanged(anja, version);
  }

  @Test
  @Covers({"S06"})
  void aGetOrAMethodInAHeaderChangesNothing() {
    assertThat(anja.call("GET", "/entries").send().status()).isIn(404, 405);
    Answer answer =
        anja.call("GET", "/entries")
            .header("X-HTTP-Method-Override", "POST")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .send();
    assertThat(answer.status()).isIn(404, 405);
    assertUnchanged(anja, version);
  }

  @Test
  @Covers({"S05"})
  void withoutTheCookieThereIsNothing() {
    Call call =
        Call.of("GET", anja.address("/dossier"))
            .header("X-MC", "1")
            .header("Origin", school.site().pluginOrigin());
    assertProblem(call.send(), 401);
  }

  @Test
  @Covers({"S02"})
  void aLaunchOpensOneTab() {
    HostSession.Launch launch =
        HostSession.signIn(school.site(), "anja").launch(Ids.pupil("lotte"));
    List<Integer> statuses = AtOnce.of(8, i -> Tab.post(school.site(), launch).status());
    assertThat(statuses).containsOnlyOnce(303).contains(401);
  }

  private Call bare() {
    return anja.bare("POST", "/entries").header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static void refused(Call call) {
    assertProblem(call.json(SIGNAL).send(), 403);
  }
}
