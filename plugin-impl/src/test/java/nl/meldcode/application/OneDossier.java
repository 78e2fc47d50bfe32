package nl.meldcode.application;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.ILSE;
import static nl.meldcode.application.School.JEROEN;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.SEM;

import nl.meldcode.api.PersonId;

/** A dossier about Lotte with something of each step in it. */
public final class OneDossier {
  private final TestPlugin plugin;

  public OneDossier(TestPlugin plugin) {
    this.plugin = plugin;
  }

  /** Signals, opening, advice, and a talk of which one parent signed the report. */
  public void untilSigned() {
    plugin.recorded(
        ANJA,
        """
        {"kind":"Signal","observedOn":"2026-02-06","source":"COLLEAGUE","observer":"Bram",
         "facts":"Had geen lunch bij zich.","frequency":"REPEATED","seriousness":"SERIOUS"}""");
    plugin.recorded(
        ANJA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    plugin.recorded(NORA, "{\"kind\":\"HandoverAccepted\",\"on\":\"2026-02-09\"}");
    plugin.recorded(
        NORA,
        """
        {"kind":"CoachNamed","coach":"%s","on":"2026-02-09"}"""
            .formatted(SEM.id()));
    plugin.recorded(
        ANJA,
        """
        {"kind":"Consultation","level":"EXPERT_ADVICE","on":"2026-02-09","question":"x","outcome":"y",
         "participants":[{"staff":"%s"},{"staff":"%s"}]}"""
            .formatted(ANJA.id(), NORA.id()));
    String talk =
        plugin.recorded(
            ANJA,
            """
            {"kind":"ParentMeeting","on":"2026-02-09","place":"school","schoolParticipants":["%s"],
             "guardiansPresent":["%s"],"pupilPresent":false,
             "points":[{"point":"PURPOSE","done":true},{"point":"FACTS","done":true}]}"""
                .formatted(ANJA.id(), ILSE));
    String version =
        plugin.recorded(
            ANJA,
            """
            {"kind":"MeetingReport","meeting":"%s","text":"Wij spraken.",
             "agreements":[{"what":"Lunch mee","who":"ouders","dueOn":"2026-03-02"}]}"""
                .formatted(talk));
    answer(version, ILSE, "\"status\":\"ONDERTEKEND\",\"signedName\":\"Ilse van Dam\"");
  }

  /** Weighed, decided, and reported to Veilig Thuis. */
  public void untilReported() {
    plugin.recorded(
        NORA,
        """
        {"kind":"DossierReview","on":"2026-03-11","summary":"Geen eerder dossier."}""");
    plugin.recorded(
        NORA,
        """
        {"kind":"Weighing","scope":"INDIVIDUAL","externalAdviceAsked":false,
         "externalAdviceReason":"x","conclusion":"CONCERN_REPORT","motivation":"feiten"}""");
    plugin.recorded(
        PETRA,
        """
        {"kind":"Decision","choice":"REPORT","on":"2026-03-11","deciders":["%s"],"motivation":"x",
         "override":"SAFETY","overrideReason":"x"}"""
            .formatted(PETRA.id()));
    plugin.recorded(
        PETRA,
        """
        {"kind":"HelpArrangement","what":"Gesprekken","provider":"school","owner":"%s",
         "startOn":"2026-03-11","reviewOn":"2026-03-11",
         "acceptance":[{"guardian":"%s","accepted":"PARTLY"}]}"""
            .formatted(NORA.id(), JEROEN));
    plugin.recorded(
        PETRA,
        """
        {"kind":"VeiligThuisReport","on":"2026-03-11","contact":"M. de Boer","legalDiscussed":true,
         "agreedFeedbackOn":"2026-03-20","topics":[{"topic":"ABUSE","text":"x"}]}""");
    plugin.recorded(
        PETRA,
        """
        {"kind":"InvolvedInformed","guardian":"%s","exemption":"SAFETY_CHILD","motivation":"x"}"""
            .formatted(JEROEN));
  }

  private void answer(String version, PersonId guardian, String more) {
    String sha256 = plugin.view(ANJA).reports().get(0).versions().get(0).sha256();
    plugin.recorded(
        ANJA,
        """
        {"kind":"Acknowledgement","report":"%s","documentSha256":"%s","guardian":"%s",
         "method":"ON_SCREEN","on":"2026-02-09",%s}"""
            .formatted(version, sha256, guardian, more));
  }
}
