package nl.meldcode.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import nl.meldcode.conformance.Verdict.Outcome;

/** A judgement as lines for people; it can be told while the host is being looked at. */
final class Text {
  private static final String INDENT = " ".repeat(35);
  private final Words words;

  Text(Words words) {
    this.words = words;
  }

  String head(String host) {
    return words.say("head", host) + "\n\n";
  }

  /** The rule with what was found, and what to do. */
  String verdict(Verdict verdict) {
    String because = verdict.why().isEmpty() ? "" : " (" + words.say(verdict.why()) + ")";
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add(
        "%-15s %-18s %s%s"
            .formatted(
                words.say(verdict.outcome().name()),
                verdict.rule().id(),
                words.must(verdict.rule()),
                because));
    findings(verdict).forEach(line -> lines.add(INDENT + line));
    return lines.toString();
  }

  /** What was found, and what to do. */
  List<String> findings(Verdict verdict) {
    List<String> lines = new ArrayList<>();
    verdict.findings().forEach(finding -> lines.add(words.say(finding)));
    if (verdict.more() > 0) {
      lines.add(words.say("more", verdict.more()));
    }
    if (verdict.outcome() == Outcome.FAILED) {
      lines.add(words.say("todo", words.advice(verdict.rule())));
    }
    return lines;
  }

  /** How many, which level, and what is still on a record. */
  String sum(Judgement judgement) {
    StringJoiner lines = new StringJoiner("\n", "\n", "\n");
    lines.add(
        words.say(
            "sum",
            judgement.verdicts().size(),
            judgement.count(Outcome.PASSED),
            judgement.count(Outcome.FAILED),
            judgement.count(Outcome.NOT_OFFERED),
            judgement.count(Outcome.UNDECIDED)));
    lines.add(
        judgement
            .reached()
            .map(level -> words.say("level", words.say(level.name())))
            .orElseGet(() -> words.say("level-none")));
    if (!judgement.left().isEmpty()) {
      lines.add(words.say("left", String.join(", ", judgement.left())));
    }
    return lines.toString();
  }
}
