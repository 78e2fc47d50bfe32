package nl.meldcode.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.meldcode.conformance.Fault.answer;
import static nl.meldcode.conformance.Fault.ask;
import static nl.meldcode.conformance.Fault.code;
import static nl.meldcode.conformance.Fault.header;
import static nl.meldcode.conformance.Fault.hears;
import static nl.meldcode.conformance.Fault.host;
import static nl.meldcode.conformance.Fault.lists;
import static nl.meldcode.conformance.Fault.says;
import static nl.meldcode.conformance.Fault.status;
import static nl.meldcode.conformance.Fault.tells;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import nl.meldcode.referencehost.Ids;

/** What hosts do wrong with who is at the school, and with what they say of themselves. */
final class RosterFaults {
  private static final String ID = "/[-0-9a-f]{36}";

  private RosterFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>(meta());
    all.addAll(addresses());
    all.addAll(roster());
    all.addAll(rows());
    all.addAll(retired());
    all.addAll(families());
    all.addAll(calendars());
    all.addAll(observations());
    all.addAll(answers());
    return all;
  }

  private static List<Fault> meta() {
    return List.of(
        says(
            "META-1",
            "no page may read it",
            answer("GET", "/openapi.json"),
            header("Access-Control-Allow-Origin", "")),
        tells(
            "META-2",
            "another contract",
            answer("GET", "/capabilities"),
            body -> body.put("contractVersion", "2.0.0")),
        tells(
            "META-3",
            "nothing can be shielded",
            answer("GET", "/capabilities"),
            body -> body.putArray("visibilityLevels").add("staff")),
        tells(
            "META-3",
            "tiny documents",
            answer("GET", "/capabilities"),
            body -> body.put("maxDocumentBytes", 1000)),
        tells(
            "META-4",
            "never approved",
            answer("GET", "/activations" + ID),
            body -> body.put("status", "requested")),
        says("META-4", "any school", code(404), status(200)),
        tells(
            "META-5",
            "the private key",
            answer("GET", "/jwks.json"),
            body -> body.path("keys").forEach(key -> ((ObjectNode) key).put("d", "x"))),
        tells("META-5", "no key", answer("GET", "/jwks.json"), body -> body.putArray("keys")));
  }

  private static List<Fault> addresses() {
    return List.of(
        hears(
            "META-6",
            "two forms",
            ask("GET", "/pupils/"),
            ask ->
                Ask.get("/pupils")
                    .with("Authorization", ask.headers().getOrDefault("Authorization", ""))),
        says("META-7", "anything is there", code(404), status(200)),
        hears(
            "META-8",
            "corrects a limit",
            ask("GET", "/pupils"),
            ask -> query(ask, "limit=[-0x1]+", "limit=1")),
        hears(
            "META-9",
            "sends it again",
            ask("GET", "/pupils" + ID),
            ask -> ask.without("If-None-Match")),
        host("META-9", "one tag for all", RosterFaults::oneTag));
  }

  static Ask query(Ask ask, String pattern, String by) {
    return new Ask(ask.method(), ask.address().replaceAll(pattern, by), ask.headers(), ask.body());
  }

  private static List<Fault> roster() {
    return List.of(
        says("ROSTER-1", "no next page", answer("GET", "/pupils"), header("Link", "")),
        says("ROSTER-1", "an endless list", answer("GET", "/groups"), endless()),
        says(
            "ROSTER-1",
            "a next page elsewhere",
            answer("GET", "/pupils"),
            header("Link", "<https://elders.example/p2>; rel=\"next\"")),
        hears(
            "ROSTER-1",
            "its own limit",
            ask("GET", "/staff"),
            ask -> query(ask, "limit=[0-9]+", "limit=500")),
        host("ROSTER-2", "another order", RosterFaults::reversing),
        tells(
            "ROSTER-3",
            "nobody works there",
            answer("GET", "/staff"),
            body -> body.putArray("items")),
        tells(
            "ROSTER-4",
            "another name alone",
            answer("GET", "/pupils" + ID),
            body -> body.put("familyName", "Anders")));
  }

  private static List<Fault> rows() {
    return List.of(
        says(
            "ROSTER-5", "finds too much", answer("POST", "/pupils/_search"), RosterFaults::doubled),
        lists(
            "ROSTER-6",
            "somebody else",
            answer("GET", "/enrollments"),
            row -> row.put("pupilId", UUID.randomUUID().toString())),
        lists(
            "ROSTER-6",
            "no primary one",
            answer("GET", "/enrollments"),
            row -> row.put("primary", false)),
        tells(
            "ROSTER-7", "empty groups", answer("GET", "/members"), body -> body.putArray("items")),
        lists(
            "ROSTER-8",
            "an unknown teacher",
            answer("GET", "/groups"),
            row -> row.putArray("staffIds").add(UUID.randomUUID().toString())),
        lists(
            "ROSTER-9",
            "a citizen number",
            answer("GET", "/pupils"),
            row -> row.withArray("identifiers").addObject().put("system", "BSN").put("value", "x")),
        hears(
            "ROSTER-10",
            "ignores the moment",
            ask("GET", "/pupils"),
            ask -> query(ask, "&?modifiedSince=[^&]*", "")));
  }

  private static List<Fault> retired() {
    return List.of(
        lists(
            "ROSTER-11",
            "nobody in the place",
            answer("GET", "/pupils"),
            row -> row.put("status", "merged")),
        lists(
            "ROSTER-12",
            "gone for years",
            answer("GET", "/pupils"),
            row -> row.put("status", "toBeDeleted").put("lastModifiedAt", "2019-01-01T00:00:00Z")),
        host("ROSTER-12", "gone at once", RosterFaults::forgetting));
  }

  /** Whoever was removed stands in the list, and cannot be read. */
  private static Transport forgetting(Transport host) {
    Fault removed =
        lists(
            "",
            "",
            answer("GET", "/pupils"),
            row -> row.put("status", "toBeDeleted").put("lastModifiedAt", "2999-01-01T00:00:00Z"));
    Fault gone = says("", "", answer("GET", "/pupils" + ID), status(410));
    return gone.broken().apply(removed.broken().apply(host));
  }

  /** Each page says that there is another one, which is the same. */
  private static UnaryOperator<Answer> endless() {
    AtomicInteger times = new AtomicInteger();
    return answer ->
        header("Link", "<?cursor=page-" + times.incrementAndGet() + ">; rel=\"next\"")
            .apply(answer);
  }

  /** What changed looks as if it did not: one tag for everybody. */
  private static Transport oneTag(Transport host) {
    return ask -> {
      Answer answer = header("ETag", "\"x\"").apply(host.send(ask.without("If-None-Match")));
      boolean same = "\"x\"".equals(ask.headers().get("If-None-Match"));
      return same ? new Answer(ask, 304, answer.headers(), new byte[0]) : answer;
    };
  }

  /** Every list comes in another order than the last time. */
  private static Transport reversing(Transport host) {
    AtomicInteger times = new AtomicInteger();
    return ask -> {
      Answer answer = host.send(ask);
      if (!answer("GET", "/pupils").test(answer)) {
        return answer;
      }
      boolean odd = times.incrementAndGet() % 2 == 1;
      UnaryOperator<Answer> turned = one -> one;
      if (odd) {
        ObjectNode body = (ObjectNode) answer.json();
        var items = answer.items();
        Collections.reverse(items);
        body.putArray("items").addAll(items);
        turned =
            one ->
                new Answer(one.ask(), one.status(), one.headers(), Json.text(body).getBytes(UTF_8));
      }
      return turned.apply(answer);
    };
  }

  private static Answer doubled(Answer answer) {
    ArrayNode found = (ArrayNode) answer.json();
    found.add(found.get(0).deepCopy());
    return new Answer(answer.ask(), 200, answer.headers(), Json.text(found).getBytes(UTF_8));
  }

  private static List<Fault> families() {
    return List.of(
        lists(
            "FAMILY-1",
            "somebody else's",
            answer("GET", "/relations"),
            row -> row.put("pupilId", UUID.randomUUID().toString())),
        tells(
            "FAMILY-1",
            "another person",
            answer("GET", "/persons" + ID),
            body -> body.put("id", UUID.randomUUID().toString())),
        tells(
            "FAMILY-1",
            "no guardians",
            answer("GET", "/relations"),
            body -> body.putArray("items")),
        lists(
            "FAMILY-2",
            "knows of nobody",
            answer("GET", "/relations"),
            row -> row.put("parentalAuthority", "unknown")),
        host("FAMILY-3", "one side only", RosterFaults::oneSided),
        lists(
            "FAMILY-4",
            "without the pupil",
            answer("GET", "/households"),
            row -> row.putArray("memberIds")),
        lists(
            "FAMILY-5",
            "a secret address",
            answer("GET", "/households"),
            row ->
                row.putObject("address")
                    .put("street", "x")
                    .put("houseNumber", "1")
                    .put("postalCode", "0000 AA")
                    .put("city", "y")));
  }

  private static List<Fault> calendars() {
    return List.of(
        tells(
            "CALENDAR-1",
            "has none after all",
            answer("GET", "/calendar"),
            body -> body.putArray("items")),
        tells(
            "CALENDAR-1",
            "a year twice",
            answer("GET", "/calendar"),
            body -> body.withArray("items").add(body.path("items").path(0).deepCopy())),
        lists(
            "CALENDAR-1",
            "a vacation backwards",
            answer("GET", "/calendar"),
            year -> ((ObjectNode) year.path("vacations").path(0)).put("endDate", "2020-01-01")));
  }

  private static List<Fault> observations() {
    return List.of(
        lists(
            "OBSERVATION-1",
            "of another pupil",
            answer("GET", "/observations"),
            row -> row.put("pupilId", UUID.randomUUID().toString())),
        tells(
            "OBSERVATION-1",
            "oldest first",
            answer("GET", "/observations"),
            body -> {
              List<JsonNode> items = new ArrayList<>();
              body.path("items").forEach(items::add);
              Collections.reverse(items);
              body.putArray("items").addAll(items);
            }),
        lists(
            "OBSERVATION-1",
            "one id for all",
            answer("GET", "/observations"),
            row -> row.put("id", "7e0a1c9e-2a55-4f8e-9a43-0c1f0a6b9999")),
        hears(
            "OBSERVATION-2",
            "asks not for whom",
            ask("GET", "/observations"),
            ask -> ask.with("On-Behalf-Of", Ids.of("staff", "nora").toString())));
  }

  /** Only who is asked first has brothers and sisters. */
  private static Transport oneSided(Transport host) {
    Set<String> told = new HashSet<>();
    return ask -> {
      Answer answer = host.send(ask);
      if (answer("GET", "/siblings").test(answer)
          && !answer.items().isEmpty()
          && told.add(ask.address())
          && told.size() > 1) {
        return new Answer(ask, 200, answer.headers(), "{\"items\": []}".getBytes(UTF_8));
      }
      return answer;
    };
  }

  private static List<Fault> answers() {
    return List.of(
        says("ANSWER-1", "not with an error", code(404), header("API-Version", "")),
        says("ANSWER-1", "not with 304", code(304), header("API-Version", "")),
        says(
            "ANSWER-2",
            "may be stored",
            answer("GET", "/pupils" + ID),
            header("Cache-Control", "max-age=60")),
        says("ANSWER-3", "a page for people", code(404), header("Content-Type", "text/html")),
        tells("ANSWER-3", "another status inside", code(404), body -> body.put("status", 400)),
        tells(
            "ANSWER-4",
            "a nameless pupil",
            answer("GET", "/pupils" + ID),
            body -> body.remove("familyName")),
        tells(
            "ANSWER-4",
            "an unknown word",
            answer("GET", "/pupils" + ID),
            body -> body.put("status", "zoek")),
        tells(
            "ANSWER-5",
            "local time",
            answer("GET", "/pupils" + ID),
            body -> body.put("lastModifiedAt", "2026-01-15T10:00:00+01:00")),
        tells(
            "ANSWER-6",
            "tells who",
            code(404),
            body -> body.put("detail", "Leerling Verbeek is er niet.")),
        tells(
            "ANSWER-6",
            "tells of whom",
            code(404),
            body -> body.put("detail", "Dit is van mevrouw Kuiper.")));
  }
}
