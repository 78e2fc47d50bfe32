package nl.meldcode.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.UUID;
import nl.meldcode.acceptance.kit.Ids;

/** What staff fill in about Lotte, as the pages send it. */
public final class Forms {
  public static final UUID MOTHER = Ids.person("ilse-van-dam");
  public static final UUID FATHER = Ids.person("jeroen-hendriks");

  private Forms() {}

  /** A signal that the writer saw, with a fact. */
  public static String signal(LocalDate on, String facts) {
    return """
    {"kind": "Signal", "observedOn": "%s", "source": "SELF", "place": "klas", "facts": "%s",
     "childToldUnasked": false, "otherPupils": []}\
    """
        .formatted(on, facts);
  }

  public static String fiveAnswers() {
    return """
    {"kind": "SignalOverview", "what": "Vaak moe, en zonder lunch op school.",
     "frequency": "REPEATED", "howOften": "Drie keer in acht dagen.",
     "situations": "Aan het begin van de ochtend en bij de lunch.", "others": "NO",
     "otherPupils": [], "developmentUnknown": false,
     "development": "Leeftijdgenoten zijn 's ochtends uitgerust.",
     "seriousness": "NOT_STRIKING"}\
    """;
  }

  public static String opening(LocalDate on) {
    return """
    {"kind": "DossierOpened", "on": "%s", "route": "HOME", "concerns": ["CHILD_ABUSE"],
     "reason": "Mogelijk verwaarlozing: vaak moe en zonder lunch."}\
    """
        .formatted(on);
  }

  public static String handover(LocalDate on) {
    return """
    {"kind": "HandoverAccepted", "on": "%s"}\
    """
        .formatted(on);
  }

  public static String advice(LocalDate on) {
    return """
    {"kind": "Consultation", "level": "EXPERT_ADVICE", "on": "%s",
     "participants": [{"staff": "%s"}, {"staff": "%s"}],
     "question": "Hoe bespreken we dit met de ouders?",
     "outcome": "Nodig beide ouders uit en vertel wat je ziet.", "topics": ["PARENT_CONTACT"]}\
    """
        .formatted(on, Ids.staff("anja"), Ids.staff("nora"));
  }

  public static String coach(LocalDate on) {
    return """
    {"kind": "CoachNamed", "coach": "%s", "on": "%s"}\
    """
        .formatted(Ids.staff("nora"), on);
  }

  public static String talk(LocalDate on) {
    return """
    {"kind": "ParentMeeting", "on": "%s", "place": "school", "schoolParticipants": ["%s", "%s"],
     "guardiansPresent": ["%s", "%s"], "pupilPresent": false,
     "points": [{"point": "PURPOSE", "done": true}, {"point": "FACTS", "done": true},
      {"point": "CRITERIA", "done": true}, {"point": "RECOGNITION", "done": true},
      {"point": "EMOTION", "done": true}, {"point": "COOPERATION", "done": true},
      {"point": "AGREEMENTS", "done": true}],
     "recognition": "PARTLY"}\
    """
        .formatted(on, Ids.staff("anja"), Ids.staff("nora"), MOTHER, FATHER);
  }

  public static String report(String meeting, String text) {
    return """
    {"kind": "MeetingReport", "meeting": "%s", "text": "%s",
     "parentsView": "Ouders herkennen de vermoeidheid.",
     "agreements": [{"what": "Elke dag een lunchtrommel mee", "who": "ouders", "dueOn": "2026-03-02"}]}\
    """
        .formatted(meeting, text);
  }

  public static String signed(
      String report, String sha256, UUID guardian, String name, LocalDate on) {
    return """
    {"kind": "Acknowledgement", "report": "%s", "documentSha256": "%s", "guardian": "%s",
     "status": "ONDERTEKEND", "method": "ON_SCREEN", "on": "%s", "signedName": "%s", "attempts": []}\
    """
        .formatted(report, sha256, guardian, on, name);
  }

  public static String seen(
      String report, String sha256, UUID guardian, LocalDate on, String view) {
    return """
    {"kind": "Acknowledgement", "report": "%s", "documentSha256": "%s", "guardian": "%s",
     "status": "GEZIEN", "method": "ON_SCREEN", "on": "%s", "guardianView": "%s", "attempts": []}\
    """
        .formatted(report, sha256, guardian, on, view);
  }

  public static String signedOnPaper(
      String report, String sha256, UUID guardian, LocalDate on, JsonNode sheet) {
    return """
    {"kind": "Acknowledgement", "report": "%s", "documentSha256": "%s", "guardian": "%s",
     "status": "ONDERTEKEND", "method": "PAPER", "on": "%s", "attempts": [],
     "sheet": {"file": "%s", "sha256": "%s"}}\
    """
        .formatted(
            report, sha256, guardian, on, sheet.path("id").asText(), sheet.path("sha256").asText());
  }

  public static String refused(
      String report, String sha256, UUID guardian, LocalDate on, String note) {
    return """
    {"kind": "Acknowledgement", "report": "%s", "documentSha256": "%s", "guardian": "%s",
     "status": "GEWEIGERD", "method": "NONE", "on": "%s", "note": "%s", "attempts": []}\
    """
        .formatted(report, sha256, guardian, on, note);
  }

  public static String review(LocalDate on) {
    return """
    {"kind": "DossierReview", "on": "%s", "summary": "Geen eerdere zorgen in het dossier."}\
    """
        .formatted(on);
  }

  public static String noInquiry() {
    return """
    {"kind": "InternalInquiry", "needed": false, "reason": "De signalen zijn duidelijk genoeg."}\
    """;
  }

  public static String weighing(String motivation) {
    return """
    {"kind": "Weighing", "scope": "INDIVIDUAL",
     "individual": [{"criterion": "I1", "answer": "YES"}, {"criterion": "I2", "answer": "NO"},
      {"criterion": "I3", "answer": "YES"}, {"criterion": "I4", "answer": "NO"},
      {"criterion": "I5", "answer": "NO"}],
     "group": [],
     "safetyRisk": {"physical": "YES", "social": "NO", "note": "Te weinig eten."},
     "unrest": {"inClass": "NO", "inSchool": "NO", "inCommunity": "NO"},
     "developmentPoints": "geen", "externalAdviceAsked": false,
     "externalAdviceReason": "De ouders werken mee.", "conclusion": "CONCERN_HELP",
     "motivation": "%s"}\
    """
        .formatted(motivation);
  }

  public static String decision(LocalDate on, String motivation) {
    return """
    {"kind": "Decision", "choice": "ORGANISE_HELP", "on": "%s", "deciders": ["%s"],
     "motivation": "%s"}\
    """
        .formatted(on, Ids.staff("nora"), motivation);
  }

  public static String help(LocalDate start, LocalDate review) {
    return """
    {"kind": "HelpArrangement", "what": "Begeleiding thuis", "provider": "schoolmaatschappelijk werk",
     "owner": "%s", "startOn": "%s", "reviewOn": "%s", "goal": "Uitgerust en met lunch naar school",
     "acceptance": [{"guardian": "%s", "accepted": "YES"}, {"guardian": "%s", "accepted": "YES"}]}\
    """
        .formatted(Ids.staff("nora"), start, review, MOTHER, FATHER);
  }

  public static String evaluation(String arrangement, LocalDate on) {
    return """
    {"kind": "HelpEvaluation", "arrangement": "%s", "on": "%s",
     "effectChild": "Lotte is uitgerust en heeft lunch bij zich.", "improved": "YES"}\
    """
        .formatted(arrangement, on);
  }

  public static String closing(LocalDate on) {
    return """
    {"kind": "Closure", "reason": "HELP_EFFECTIVE", "on": "%s", "acceptedGaps": []}\
    """
        .formatted(on);
  }
}
