package nl.meldcode.adapter.rest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldcode.adapter.rest.problem.Problem;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.adapter.rest.problem.Violation;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.application.text.Texts;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.Fault;

/** Says every "no" of recording as a problem document, in the reader's language. */
final class Refusals {
  private static final String GAP = "gap.";
  private final Texts texts;
  private final Locale locale;

  Refusals(Texts texts, Locale locale) {
    this.texts = texts;
    this.locale = locale;
  }

  /** What stands in the way; not to be asked of what was recorded. */
  Problem of(Outcome outcome) {
    if (outcome instanceof Outcome.Invalid invalid) {
      return invalid(invalid.faults());
    }
    if (outcome instanceof Outcome.Forbidden forbidden) {
      return forbidden(forbidden.mayAct());
    }
    if (outcome instanceof Outcome.Refused refused) {
      return refused(refused);
    }
    if (outcome instanceof Outcome.TooSoon) {
      return of(ProblemType.TOO_MANY_REQUESTS, "refusal.upload.tooMany");
    }
    if (outcome instanceof Outcome.NoScanner) {
      return of(ProblemType.UNAVAILABLE, "refusal.upload.noScanner");
    }
    if (outcome instanceof Outcome.Stale) {
      return of(ProblemType.STALE_VERSION, "refusal.stale");
    }
    if (outcome instanceof Outcome.VersionMissing) {
      return of(ProblemType.VERSION_REQUIRED, "refusal.versionMissing");
    }
    if (outcome instanceof Outcome.SignInAgain) {
      return of(ProblemType.SIGN_IN_AGAIN, "refusal.signInAgain");
    }
    if (outcome instanceof Outcome.KeyReused) {
      return of(ProblemType.IDEMPOTENCY_MISMATCH, "refusal.keyReused");
    }
    return Problem.of(ProblemType.NOT_FOUND);
  }

  Problem invalid(List<Fault> faults) {
    return Problem.of(ProblemType.INVALID_BODY, null, violations(faults));
  }

  Problem forbidden(Set<Role> mayAct) {
    List<String> who =
        mayAct.stream().sorted().map(role -> texts.say(locale, "view.role." + role)).toList();
    String and = " " + texts.say(locale, "view.and") + " ";
    String names =
        who.size() < 2
            ? String.join("", who)
            : String.join(", ", who.subList(0, who.size() - 1)) + and + who.get(who.size() - 1);
    String key = who.size() == 1 ? "refusal.mayAct.one" : "refusal.mayAct";
    return problem(ProblemType.NOT_ALLOWED, capital(texts.say(locale, key, names)));
  }

  Problem refused(Outcome.Refused refused) {
    String detail = texts.say(locale, "refusal." + refused.code());
    return Problem.of(ProblemType.REFUSED, detail, violations(refused.faults()));
  }

  Problem of(ProblemType type, String key) {
    return problem(type, texts.say(locale, key));
  }

  private static Problem problem(ProblemType type, String detail) {
    return Problem.of(type, detail, List.of());
  }

  private List<Violation> violations(List<Fault> faults) {
    return faults.stream()
        .map(fault -> new Violation(fault.pointer(), fault.code(), say(fault.code())))
        .collect(Collectors.toUnmodifiableList());
  }

  private String say(String code) {
    return code.startsWith(GAP)
        ? texts.say(locale, "refusal.gap", code.substring(GAP.length()))
        : texts.say(locale, "fault." + code);
  }

  private static String capital(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
