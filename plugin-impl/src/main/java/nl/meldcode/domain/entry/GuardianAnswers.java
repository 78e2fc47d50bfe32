package nl.meldcode.domain.entry;

import java.util.List;

/** The check that kinds with answers of guardians share. */
final class GuardianAnswers {
  private GuardianAnswers() {}

  static List<Fault> faults(List<GuardianAnswer> answers, String pointer, References known) {
    Faults faults = new Faults();
    for (int i = 0; i < answers.size(); i++) {
      faults.require(
          known.isGuardian(answers.get(i).guardian()),
          pointer + i + "/guardian",
          "guardian.unknown");
    }
    return faults.list();
  }
}
