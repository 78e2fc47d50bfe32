package nl.meldcode.conformance;

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
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** What hosts do wrong with what is put on a record, and with what they tell of it. */
final class RecordFaults {
  private static final String ENTRY = "/record-entries/[-0-9a-f]{36}";
  private static final String DOCUMENT = ENTRY + "/documents/[-0-9a-f]{36}";
  private static final String ROW = ENTRY + "/acknowledgements/[-0-9a-f]{36}";
  private static final Predicate<Ask> CREATE = ask("POST", "/record-entries");

  private RecordFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>(entries());
    all.addAll(keys());
    all.addAll(changes());
    all.addAll(documents());
    all.addAll(acknowledgements());
    all.addAll(events());
    return all;
  }

  private static List<Fault> entries() {
    Predicate<Answer> created = answer("POST", "/record-entries");
    return List.of(
        tells("ENTRY-1", "wider", created, body -> body.put("visibility", "parentPortal")),
        tells(
            "ENTRY-1",
            "more people",
            created,
            body -> body.withArray("audienceRoles").add("teacher")),
        says("ENTRY-1", "nowhere", created, header("Location", "")),
        tells("ENTRY-2", "for all staff", created, body -> body.put("visibility", "staff")),
        tells(
            "ENTRY-2",
            "for the next school",
            created,
            body -> body.put("excludeFromTransfer", false)));
  }

  private static List<Fault> keys() {
    return List.of(
        hears(
            "ENTRY-3",
            "forgets the key",
            CREATE,
            ask -> ask.with("Idempotency-Key", UUID.randomUUID().toString())),
        hears(
            "ENTRY-4",
            "another key for another body",
            CREATE,
            ask ->
                ask.with(
                    "Idempotency-Key",
                    ask.headers().get("Idempotency-Key") + Arrays.hashCode(ask.body()))),
        hears(
            "ENTRY-5",
            "makes up a key",
            CREATE,
            ask ->
                ask.headers().containsKey("Idempotency-Key")
                    ? ask
                    : ask.with("Idempotency-Key", UUID.randomUUID().toString())),
        hears(
            "ENTRY-6",
            "ignores the reference",
            ask("GET", "/record-entries"),
            ask -> RosterFaults.query(ask, "\\?externalReference=.*", "")),
        tells(
            "ENTRY-7",
            "the first fault only",
            code(400),
            body -> body.set("errors", body.arrayNode().add(body.path("errors").path(0)))),
        host("ENTRY-8", "anybody writes", RecordFaults::onBehalfOfAnybody));
  }

  /** Whoever writes is taken to be the one who wrote last. */
  private static Transport onBehalfOfAnybody(Transport host) {
    AtomicReference<String> known = new AtomicReference<>("");
    return ask -> {
      Answer answer = host.send(ask);
      if (answer.status() != 403 && answer.status() != 400) {
        known.set(ask.headers().getOrDefault("On-Behalf-Of", known.get()));
        return answer;
      }
      String teacher = teacher(host, ask);
      return CREATE.test(ask) ? host.send(ask.with("On-Behalf-Of", teacher)) : answer;
    };
  }

  /** Somebody who may write there: the head of the school. */
  private static String teacher(Transport host, Ask ask) throws java.io.IOException {
    Ask staff =
        Ask.get("/staff?limit=500")
            .with("Authorization", ask.headers().getOrDefault("Authorization", ""));
    for (JsonNode one : host.send(staff).items()) {
      if (one.path("roles").path(0).path("role").asText().equals("head")) {
        return one.path("id").asText();
      }
    }
    return "";
  }

  private static List<Fault> changes() {
    Predicate<Ask> change = ask("PATCH", ENTRY);
    return List.of(
        host(
            "ENTRY-9",
            "asks for no tag",
            host ->
                ask ->
                    change.test(ask) && !ask.headers().containsKey("If-Match")
                        ? host.send(ask.with("If-Match", tag(host, ask)))
                        : host.send(ask)),
        host(
            "ENTRY-10",
            "the last one wins",
            host ->
                ask ->
                    change.test(ask)
                        ? host.send(ask.with("If-Match", tag(host, ask)))
                        : host.send(ask)),
        tells(
            "ENTRY-11",
            "stays as it was",
            answer("PATCH", ENTRY),
            body -> body.put("visibility", "restrictedStaff")),
        tells(
            "ENTRY-12",
            "takes another title",
            answer("GET", ENTRY),
            body -> body.put("title", "Anders")),
        says("ENTRY-12", "says nothing of it", code(400), status(200)),
        says("ENTRY-13", "never was", code(410), status(404)));
  }

  private static String tag(Transport host, Ask ask) throws java.io.IOException {
    return host.send(
            Ask.get(ask.address())
                .with("Authorization", ask.headers().getOrDefault("Authorization", "")))
        .header("ETag");
  }

  private static List<Fault> documents() {
    Predicate<Ask> put = ask("PUT", DOCUMENT);
    return List.of(
        says(
            "DOCUMENT-1",
            "other bytes",
            answer("GET", DOCUMENT),
            answer ->
                new Answer(answer.ask(), 200, answer.headers(), Arrays.copyOf(answer.body(), 10))),
        hears(
            "DOCUMENT-2",
            "looks at no digest",
            put,
            ask -> ask.with("Content-Digest", Samples.digest(ask.body()))),
        says(
            "DOCUMENT-3",
            "a second time is a fault",
            answer("PUT", DOCUMENT),
            answer -> answer.status() == 200 ? status(409).apply(answer) : answer),
        says("DOCUMENT-4", "overwrites", code(412), status(200)),
        hears("DOCUMENT-5", "takes what fits", put, RecordFaults::cut),
        hears(
            "DOCUMENT-6",
            "takes anything",
            put,
            ask -> ask.with("Content-Type", "application/pdf")),
        hears("DOCUMENT-7", "asks for no empty place", put, ask -> ask.with("If-None-Match", "*")));
  }

  private static Ask cut(Ask ask) {
    byte[] fits = Arrays.copyOf(ask.body(), Math.min(ask.body().length, 1000));
    return ask.body("application/pdf", fits).with("Content-Digest", Samples.digest(fits));
  }

  private static List<Fault> acknowledgements() {
    Predicate<Ask> put = ask("PUT", ROW);
    return List.of(
        tells(
            "ACKNOWLEDGEMENT-1",
            "all have seen it",
            answer("GET", ROW),
            body -> body.put("kind", "seen")),
        tells(
            "ACKNOWLEDGEMENT-1",
            "all agree",
            answer("GET", ROW),
            body -> body.put("agreement", "yes")),
        says("ACKNOWLEDGEMENT-2", "any document", code(400), status(200)),
        hears(
            "ACKNOWLEDGEMENT-3",
            "a row each time",
            put,
            ask -> RosterFaults.query(ask, "[-0-9a-f]{36}$", UUID.randomUUID().toString())),
        says("ACKNOWLEDGEMENT-4", "anybody", code(400), status(200)),
        says("ACKNOWLEDGEMENT-5", "asks for no tag", code(428), status(200)),
        says("ACKNOWLEDGEMENT-5", "takes any tag", code(412), status(200)),
        says("ACKNOWLEDGEMENT-6", "parents alone", answer("PUT", ROW), status(400)),
        tells(
            "ACKNOWLEDGEMENT-6",
            "signed by somebody else",
            answer("GET", ROW),
            body -> body.put("personId", UUID.randomUUID().toString())));
  }

  private static List<Fault> events() {
    Predicate<Answer> feed = answer("GET", "/events");
    return List.of(
        lists(
            "EVENT-1",
            "never of entries",
            feed,
            event -> event.put("type", "nl.leerlingadministratie.bulkwijziging")),
        says("EVENT-2", "no place to go on", feed, header("Link", "")),
        hears(
            "EVENT-2",
            "from the start",
            ask("GET", "/events"),
            ask -> RosterFaults.query(ask, "&cursor=[0-9]+", "")),
        lists(
            "EVENT-3",
            "a name",
            feed,
            event -> ((ObjectNode) event.path("data")).put("familyName", "x")),
        lists("EVENT-4", "no order", feed, event -> event.put("sequence", "1")),
        lists("EVENT-4", "the same id", feed, event -> event.put("id", "1")),
        hears(
            "EVENT-5",
            "any place",
            ask("GET", "/events"),
            ask -> RosterFaults.query(ask, "cursor=%21", "")));
  }
}
