package nl.meldcode.application.practice;

import java.util.Locale;
import java.util.Optional;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.practice.Practice;

/**
 * Opens the pupil of a school on whom staff practise. One for the whole school, so that colleagues
 * can practise together; who begins again gets the next one, and the last that somebody recorded
 * about is the school's.
 */
public final class OpenPractice {
  private static final String SUBJECT = "practice";

  private final Dossiers dossiers;
  private final Sessions sessions;
  private final Gate gate;

  public OpenPractice(Dossiers dossiers, Sessions sessions, Gate gate) {
    this.dossiers = dossiers;
    this.sessions = sessions;
    this.gate = gate;
  }

  /**
   * A context for that pupil; empty for who has no work in dossiers.
   *
   * @param secret of the visitor's session
   * @param again with a pupil of whom nothing is recorded yet
   * @throws nl.meldcode.application.port.StoreUnavailable when the log cannot be written
   */
  public Optional<String> open(String secret, Visitor visitor, boolean again) {
    Verdict verdict = gate.decide(visitor, Action.PRACTISE, SUBJECT);
    if (!verdict.permitted()) {
      return Optional.empty();
    }
    gate.shows(What.READ, visitor, verdict.rule(), SUBJECT);
    PupilId pupil = pupil(visitor.school(), again);
    Locale locale = visitor.locale();
    return Optional.of(
        sessions.open(secret, new Sessions.Context(visitor.school(), pupil, locale), gate.now()));
  }

  private PupilId pupil(SchoolId school, boolean again) {
    int used = 0;
    while (!dossiers.of(school, Practice.pupil(school, used + 1)).isEmpty()) {
      used++;
    }
    return Practice.pupil(school, again ? used + 1 : Math.max(used, 1));
  }
}
