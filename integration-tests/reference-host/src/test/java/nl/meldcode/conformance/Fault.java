package nl.meldcode.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nl.meldcode.conformance.LaunchDesk.Launched;

/**
 * What a broken host does wrong.
 *
 * @param rule that must notice it
 */
record Fault(
    String rule,
    String what,
    UnaryOperator<Transport> broken,
    UnaryOperator<Identity> identity,
    UnaryOperator<Launched> launch) {

  @Override
  public String toString() {
    return rule + " " + what;
  }

  /** The host opens a tab in another way. */
  static Fault launches(String rule, String what, UnaryOperator<Launched> launch) {
    return new Fault(rule, what, UnaryOperator.identity(), UnaryOperator.identity(), launch);
  }

  /** The host makes another request of what it was asked. */
  static Fault hears(String rule, String what, Predicate<Ask> when, UnaryOperator<Ask> change) {
    return host(rule, what, host -> ask -> host.send(when.test(ask) ? change.apply(ask) : ask));
  }

  /** The host says something else than it should. */
  static Fault says(
      String rule, String what, Predicate<Answer> when, UnaryOperator<Answer> change) {
    return host(
        rule,
        what,
        host ->
            ask -> {
              Answer answer = host.send(ask);
              return when.test(answer) ? change.apply(answer) : answer;
            });
  }

  /** The host says the same with something else in its body. */
  static Fault tells(
      String rule, String what, Predicate<Answer> when, Consumer<ObjectNode> change) {
    return says(rule, what, when, answer -> with(answer, change));
  }

  /** Each thing in a list of the host is different. */
  static Fault lists(String rule, String what, Predicate<Answer> when, Consumer<ObjectNode> each) {
    return tells(
        rule, what, when, body -> body.path("items").forEach(one -> each.accept((ObjectNode) one)));
  }

  static Fault host(String rule, String what, UnaryOperator<Transport> broken) {
    return new Fault(rule, what, broken, UnaryOperator.identity(), UnaryOperator.identity());
  }

  static Predicate<Ask> ask(String method, String path) {
    return ask -> ask.method().equals(method) && ask.path().matches(".*" + path);
  }

  static Predicate<Answer> answer(String method, String path) {
    return answer -> ask(method, path).test(answer.ask()) && answer.isOk();
  }

  static Predicate<Answer> code(int... codes) {
    return answer -> List.of(codes[0], codes[codes.length - 1]).contains(answer.status());
  }

  static UnaryOperator<Answer> status(int code) {
    return answer -> new Answer(answer.ask(), code, answer.headers(), answer.body());
  }

  static UnaryOperator<Answer> header(String name, String value) {
    return answer -> {
      Map<String, String> headers = new HashMap<>(answer.headers());
      headers.put(name.toLowerCase(Locale.ROOT), value);
      headers.values().removeIf(String::isEmpty);
      return new Answer(answer.ask(), answer.status(), headers, answer.body());
    };
  }

  private static Answer with(Answer answer, Consumer<ObjectNode> change) {
    JsonNode body = answer.json();
    if (body instanceof ObjectNode object) {
      change.accept(object);
    }
    byte[] bytes = Json.text(body).getBytes(UTF_8);
    return new Answer(answer.ask(), answer.status(), answer.headers(), bytes);
  }
}
