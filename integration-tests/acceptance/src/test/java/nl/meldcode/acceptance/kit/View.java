package nl.meldcode.acceptance.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the tab shows of a pupil at one moment. */
public final class View {
  private final Answer answer;
  private final JsonNode root;

  View(Answer answer) {
    this.answer = answer;
    this.root = answer.json();
  }

  /** One thing that is still asked. */
  public record Finding(
      String requirement,
      String step,
      String severity,
      boolean late,
      List<String> by,
      String message) {
    /** Whether it stands in the way of a complete step. */
    public boolean holdsUp() {
      return !severity.equals("ADVICE");
    }
  }

  /** The version that was read, quotes and all. */
  public String etag() {
    return answer.header("ETag").orElse("");
  }

  /** The version that was read; 0 when there is no dossier. */
  public long version() {
    return Long.parseLong(etag().replace("\"", ""));
  }

  /** The whole body as it came. */
  public String text() {
    return answer.text();
  }

  /** The whole body. */
  public JsonNode root() {
    return root;
  }

  /** The part about the dossier; null node when there is none to see. */
  public JsonNode dossier() {
    return root.path("dossier");
  }

  /** Where the dossier is in the process. */
  public String state() {
    return dossier().path("state").asText();
  }

  /** The state of a step, such as {@code done}. */
  public String step(String id) {
    return each(dossier().path("steps"))
        .filter(step -> step.path("id").asText().equals(id))
        .map(step -> step.path("state").asText())
        .findFirst()
        .orElse("");
  }

  /** All that is still asked. */
  public List<Finding> findings() {
    return each(dossier().path("findings")).map(View::finding).toList();
  }

  /** Ids of the requirements that hold up this step. */
  public List<String> missing(String step) {
    return findings().stream()
        .filter(finding -> finding.holdsUp() && finding.step().equals(step))
        .map(Finding::requirement)
        .distinct()
        .toList();
  }

  /** The findings of one requirement. */
  public List<JsonNode> findings(String requirement) {
    return each(dossier().path("findings"))
        .filter(finding -> finding.path("requirement").asText().equals(requirement))
        .toList();
  }

  /** The entries of one kind that this person may read. */
  public List<JsonNode> entries(String kind) {
    return each(dossier().path("entries"))
        .filter(entry -> entry.path("kind").asText().equals(kind))
        .toList();
  }

  /** Ids of all entries that this person may read. */
  public List<String> entryIds() {
    return each(dossier().path("entries")).map(entry -> entry.path("id").asText()).toList();
  }

  /** A version of a report, by the id of its entry. */
  public JsonNode report(String version) {
    return each(dossier().path("reports"))
        .flatMap(report -> each(report.path("versions")))
        .filter(one -> one.path("id").asText().equals(version))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no report version " + version + " in " + text()));
  }

  /** How a guardian answered to a version of a report. */
  public JsonNode guardian(String version, UUID guardian) {
    return each(report(version).path("guardians"))
        .filter(one -> one.path("id").asText().equals(guardian.toString()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no guardian " + guardian + " in " + text()));
  }

  private static Finding finding(JsonNode node) {
    return new Finding(
        node.path("requirement").asText(),
        node.path("step").asText(),
        node.path("severity").asText(),
        node.path("late").asBoolean(),
        each(node.path("by")).map(JsonNode::asText).toList(),
        node.path("message").asText());
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
