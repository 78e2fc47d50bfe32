package nl.meldcode.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds for every answer (NL API Design Rules; RFC 9457). These look at what the other rules
 * were answered, so they come last.
 */
final class AnswerRules {
  private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+");
  private static final Pattern UTC =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]+(\\.[0-9]+)?Z");
  private static final int SHORTEST_NAME = 5;
  private static final String PROBLEM = "application/problem+json";

  private AnswerRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.always("ANSWER-1", (host, found) -> each(host, found, AnswerRules::version)),
        Rule.always("ANSWER-2", (host, found) -> each(host, found, AnswerRules::headers)),
        Rule.always("ANSWER-3", (host, found) -> each(host, found, AnswerRules::problem)),
        Rule.always("ANSWER-4", AnswerRules::described),
        Rule.always("ANSWER-5", (host, found) -> each(host, found, AnswerRules::moments)),
        Rule.always("ANSWER-6", AnswerRules::nameless));
  }

  private interface Look {
    void at(Answer answer, Findings found);
  }

  private static void each(Host host, Findings found, Look look) {
    host.client().answers().forEach(answer -> look.at(answer, found));
  }

  private static void version(Answer answer, Findings found) {
    boolean named = VERSION.matcher(answer.header("API-Version")).matches();
    found.unless(named, Wrong.HEADER, Contract.named(answer), "API-Version");
  }

  private static void headers(Answer answer, Findings found) {
    boolean open = answer.ask().address().equals("/openapi.json");
    boolean unstored = open || answer.header("Cache-Control").contains("no-store");
    found.unless(unstored, Wrong.HEADER, Contract.named(answer), "Cache-Control: no-store");
    boolean unsniffed = answer.header("X-Content-Type-Options").equals("nosniff");
    found.unless(
        unsniffed, Wrong.HEADER, Contract.named(answer), "X-Content-Type-Options: nosniff");
  }

  private static void problem(Answer answer, Findings found) {
    if (answer.status() < 400 || answer.ask().method().equals("HEAD")) {
      return;
    }
    String type = answer.header("Content-Type").split(";", 2)[0].strip();
    found.unless(
        type.equals(PROBLEM), Wrong.HEADER, Contract.named(answer), "Content-Type: " + PROBLEM);
    JsonNode body = answer.json();
    boolean whole =
        body.path("status").asInt() == answer.status() && body.has("title") && body.has("detail");
    found.unless(whole, Wrong.PROBLEM, Contract.named(answer));
  }

  private static void described(Host host, Findings found) {
    Contract contract = Contract.shipped();
    Set<String> judged = new HashSet<>();
    for (Answer answer : host.client().answers()) {
      if (judged.add(Contract.named(answer) + Arrays.hashCode(answer.body()))) {
        contract.check(answer, found);
      }
    }
  }

  /** Wherever in the body a field is a moment by its name. */
  private static void moments(Answer answer, Findings found) {
    if (!answer.ask().address().equals("/openapi.json")) {
      moments(answer.json(), answer, found);
    }
  }

  private static void moments(JsonNode tree, Answer answer, Findings found) {
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      boolean moment = field.getKey().endsWith("At") && field.getValue().isTextual();
      boolean utc = !moment || UTC.matcher(field.getValue().asText()).matches();
      found.unless(utc, Wrong.MOMENT, Contract.named(answer), field.getKey());
    }
    tree.forEach(child -> moments(child, answer, found));
  }

  /** An error tells what is wrong with the request, and nothing about anybody. */
  private static void nameless(Host host, Findings found) throws IOException {
    Set<String> names =
        Stream.concat(host.all("/pupils?limit=500").stream(), host.all("/staff?limit=500").stream())
            .map(one -> one.path("familyName").asText())
            .filter(name -> name.length() >= SHORTEST_NAME)
            .collect(Collectors.toSet());
    for (Answer answer : host.client().answers()) {
      if (answer.status() >= 400) {
        boolean named = names.stream().anyMatch(answer.text()::contains);
        found.unless(!named, Wrong.NAMES_SOMEBODY, Contract.named(answer));
      }
    }
  }
}
