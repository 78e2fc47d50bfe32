package nl.meldcode.conformance;

import java.util.List;
import nl.meldcode.conformance.Findings.Finding;

/**
 * What became of a rule.
 *
 * @param why it was not looked at, as a key of the message file; empty when it was
 * @param more how many findings there were beyond these
 */
record Verdict(Rule rule, Outcome outcome, String why, List<Finding> findings, int more) {
  enum Outcome {
    PASSED,
    FAILED,
    /** The host does not offer it. */
    NOT_OFFERED,
    /** It could not be looked at this time. */
    UNDECIDED
  }

  static Verdict of(Rule rule, Findings findings) {
    List<Finding> all = findings.all();
    if (!all.isEmpty()) {
      return new Verdict(rule, Outcome.FAILED, "", all, findings.more());
    }
    return findings.why().isEmpty()
        ? new Verdict(rule, Outcome.PASSED, "", List.of(), 0)
        : notLooked(rule, Outcome.UNDECIDED, findings.why());
  }

  static Verdict notLooked(Rule rule, Outcome outcome, String why) {
    return new Verdict(rule, outcome, why, List.of(), 0);
  }
}
