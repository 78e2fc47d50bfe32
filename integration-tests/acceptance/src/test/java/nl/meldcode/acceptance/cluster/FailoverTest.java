package nl.meldcode.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Figures;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The server that takes the writes of two nodes is killed, cut off and frozen while people record
 * at both.
 */
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class FailoverTest {
  private static final double GOAL_SECONDS = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final UUID LOTTE = Ids.pupil("lotte");

  private Cluster cluster;
  private TwoNodes school;
  private Writers writers;
  private int reports;

  @BeforeAll
  void start() {
    cluster = new Cluster(true);
    school = new TwoNodes(cluster.settings(1, 2, 3));
    writers = new Writers(school);
    school.first().tab("nora", "lotte").record(Forms.opening(TwoNodes.today()));
    cluster.ask(cluster.primary(), "CREATE TABLE probe (word text)");
  }

  @AfterAll
  void stop() {
    if (writers != null) {
      writers.close();
    }
    if (school != null) {
      school.close();
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  @Order(1)
  @Covers("R05")
  void theServersKeepWhatTheyAcknowledge() {
    int primary = cluster.primary();
    assertThat(cluster.ask(primary, "SHOW fsync")).isEqualTo("on");
    assertThat(cluster.ask(primary, "SHOW synchronous_commit")).isEqualTo("on");
    assertThat(cluster.ask(primary, "SHOW synchronous_standby_names")).isNotEmpty();
    assertThat(cluster.ask(primary, "SHOW data_checksums")).isEqualTo("on");
  }

  @Test
  @Order(2)
  @Covers({"R05", "R10", "R20"})
  void theServerThatTakesWritesIsKilled() {
    failover("kill", cluster::kill);
  }

  @Test
  @Order(3)
  @Covers({"R05", "R10", "R20"})
  void theServerThatTakesWritesIsCutOff() {
    failover("cut", this::cut);
  }

  /** Those beside it may go on for a while to think that it takes writes. */
  private void cut(int server) {
    cluster.cut(server);
    assertThat(taken(server)).as("by a server that is cut off").isEmpty();
  }

  @Test
  @Order(4)
  @Covers({"R05", "R10", "R20"})
  void theServerThatTakesWritesIsFrozenAndWakesUp() {
    failover("freeze", cluster::freeze);
  }

  private int launched(HostSession.Launch launch) {
    return school.launchAtSecond(launch).status();
  }

  private String taken(int server) {
    return cluster.ask(server, "INSERT INTO probe VALUES ('lost') RETURNING word");
  }

  private void failover(String name, IntConsumer fault) {
    cluster.awaitWhole();
    HostSession host = HostSession.signIn(school.first().site(), "nora");
    Tab nora = school.first().tab("nora", "lotte");
    nora.keepDraft("Signal", "{\"facts\": \"Getypt voor " + name + ".\"}");
    writers.begin();
    int old = cluster.primary();
    HostSession.Launch used = host.launch(LOTTE);
    HostSession.Launch unused = host.launch(LOTTE);
    Tab.open(school.first().site(), used);

    Duration away = writers.awayWith(() -> fault.accept(old));
    Figures.report(
        "cluster-writes-again-after-" + name + "-s", away.toMillis() / 1000.0, GOAL_SECONDS);
    Await.until("a launch", PATIENCE, () -> launched(used) != 503);
    assertThat(List.of(launched(used), launched(unused))).containsExactly(401, 303);
    Await.until("both nodes", PATIENCE, school::areReady);
    cluster.start(old);
    assertThat(taken(old)).as("by a server that comes back").isEmpty();
    deliver(nora);
    cluster.awaitWhole();

    assertThat(writers.end()).as("answers, of %s", writers.answers()).isEmpty();
    writers.assertKept();
    assertThat(cluster.primary()).isNotEqualTo(old);
    for (int server = 1; server <= 3; server++) {
      assertThat(cluster.ask(server, "SELECT count(*) FROM probe")).isEqualTo("0");
    }
    assertThat(school.atSecond(nora).draft("Signal").path("facts").asText())
        .isEqualTo("Getypt voor " + name + ".");
    assertThat(school.standing())
        .allSatisfy(one -> assertThat(one).contains("elk dossier eindigt zoals het eindigde"));
    assertThat(away.toMillis() / 1000.0).isLessThanOrEqualTo(GOAL_SECONDS);
  }

  /** A report of either node is at the host, once. */
  private void deliver(Tab nora) {
    for (Tab one : new Tab[] {nora, school.atSecond(nora)}) {
      String talk = one.record(Forms.talk(TwoNodes.today()));
      one.record(Forms.report(talk, "Wij bespraken de signalen."));
      reports++;
    }
    Await.until("the reports", PATIENCE, () -> atHost() >= reports);
    assertThat(atHost()).isEqualTo(reports);
  }

  private int atHost() {
    String documents = HostSession.signIn(school.first().site(), "nora").documents(LOTTE);
    return documents.split("<h3>Gesprek", -1).length - 1;
  }

  @Test
  @Order(5)
  @Covers("R20")
  void whatIsUsedOrChangedAtOneNodeHoldsAtTheOther() {
    cluster.awaitWhole();
    HostSession.Launch launch = HostSession.signIn(school.first().site(), "petra").launch(LOTTE);
    school.launchAtSecond(launch).expect(303);
    Tab.post(school.first().site(), launch).expect(401);

    Tab petra = school.first().tab("petra", "lotte");
    Tab there = school.atSecond(petra);
    petra
        .call("PUT", "/lists")
        .header("If-Match", petra.call("GET", "/lists").send().header("ETag").orElse(""))
        .json("{\"signals\": [\"Vaak zonder lunch\"], \"partners\": []}")
        .send()
        .expect(200);
    assertThat(there.call("GET", "/lists").send().text()).contains("Vaak zonder lunch");

    Tab sem = school.first().tab("sem", "lotte");
    school.atSecond(sem).dossier();
    school
        .first()
        .hostChanges(
            "{\"change\": \"staffLeft\", \"staffId\": \"%s\"}".formatted(Ids.staff("sem")));
    for (Tab one : new Tab[] {sem, school.atSecond(sem)}) {
      Await.until(
          "the end of it", PATIENCE, () -> one.call("GET", "/dossier").send().status() == 401);
    }
  }
}
