package nl.meldcode.acceptance.story;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.kit.View;

/**
 * The story of Lotte up to the point that a test is about. Each part happens on its own day;
 * whoever acts signs in anew, for a session does not outlive the night.
 */
public final class Lotte {
  public static final UUID PUPIL = Ids.pupil("lotte");
  public static final String WEIGHED = "WEEGREDEN alleen voor IB en directie";
  public static final String DECIDED = "BESLUITREDEN alleen voor IB en directie";

  /** Something that was seen, three times in a row. */
  private static final List<Integer> SIGNAL_DAYS = List.of(2, 4, 9);

  private final StartedSchool school;

  /** The story at this school, where nothing is recorded about Lotte yet. */
  public Lotte(StartedSchool school) {
    this.school = school;
  }

  /** A day of the story. */
  public static LocalDate february(int day) {
    return LocalDate.of(2026, 2, day);
  }

  /** Goes to a day and opens Lotte's tab there. */
  public Tab on(LocalDate day, String login) {
    school.goTo(day, LocalTime.of(10, 0));
    return now(login);
  }

  /** Opens Lotte's tab at the present moment. */
  public Tab now(String login) {
    return school.tab(login, "lotte");
  }

  /** Anja records three signals and the five answers, and opens the dossier on 9 February. */
  public void signals() {
    for (int day : SIGNAL_DAYS) {
      on(february(day), "anja")
          .record(Forms.signal(february(day), "Lotte viel in slaap en had geen lunch bij zich."));
    }
    Tab anja = now("anja");
    anja.record(Forms.opening(february(9)));
    anja.record(Forms.fiveAnswers());
  }

  /** Nora accepts the handover on the 10th; she advises and becomes coach on the 11th. */
  public void consultation() {
    on(february(10), "nora").record(Forms.handover(february(10)));
    on(february(11), "anja").record(Forms.advice(february(11)));
    now("nora").record(Forms.coach(february(11)));
  }

  /** The talk with both parents on the 16th; the id of its entry. */
  public String talk() {
    return on(february(16), "anja").record(Forms.talk(february(16)));
  }

  /** Version 1 of the report, recorded on the 16th. */
  public Version report(String talk) {
    return version(now("anja"), talk, "Wij bespraken de signalen en wat thuis helpt.");
  }

  /** Records a version of the report. */
  public static Version version(Tab tab, String talk, String text) {
    String id = tab.record(Forms.report(talk, text));
    return new Version(id, tab.dossier().report(id).path("sha256").asText());
  }

  /** Everything up to and including the first version of the report. */
  public Version untilReport() {
    signals();
    consultation();
    return report(talk());
  }

  /** Both parents sign on the 18th. */
  public void bothSign(Version version) {
    Tab anja = on(february(18), "anja");
    anja.record(
        Forms.signed(version.id(), version.sha256(), Forms.MOTHER, "Ilse van Dam", february(18)));
    anja.record(
        Forms.signed(
            version.id(), version.sha256(), Forms.FATHER, "Jeroen Hendriks", february(18)));
  }

  /** Nora weighs on the 19th. */
  public void weighing() {
    Tab nora = on(february(19), "nora");
    nora.record(Forms.review(february(19)));
    nora.record(Forms.noInquiry());
    nora.record(Forms.weighing(WEIGHED));
  }

  /** Nora decides on the 20th to organise help; the id of the arrangement. */
  public String decision() {
    Tab nora = on(february(20), "nora");
    nora.record(Forms.decision(february(20), DECIDED));
    return nora.record(Forms.help(february(23), LocalDate.of(2026, 3, 30)));
  }

  /** The whole story up to the review of the help; returns what Nora sees then. */
  public View untilReview() {
    bothSign(untilReport());
    weighing();
    String help = decision();
    LocalDate review = LocalDate.of(2026, 3, 30);
    Tab nora = on(review, "nora");
    nora.record(Forms.evaluation(help, review));
    return nora.dossier();
  }

  /** A frozen version of the report. */
  public record Version(String id, String sha256) {}
}
