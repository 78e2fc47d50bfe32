package nl.meldcode.acceptance.story;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meldcode.acceptance.kit.Ids;

/** What staff fill in around a report to Veilig Thuis, as the pages send it. */
public final class ReportForms {
  private static final List<String> TOPICS =
      List.of(
          "REPORTER_RELATION",
          "IMMEDIATE_CAUSE",
          "ABUSE",
          "RISK_FACTORS",
          "PROTECTIVE_FACTORS",
          "HOUSEHOLD_COMPOSITION",
          "HOUSEHOLD_ADDRESS",
          "CHILDREN_AGES",
          "CARE_CONTACTS",
          "POLICE_CONTACTS",
          "INTERVENTION_RISKS");

  private ReportForms() {}

  public static String talk(LocalDate on, UUID... parents) {
    return """
    {"kind": "ParentMeeting", "on": "%s", "place": "school", "schoolParticipants": ["%s"],
     "guardiansPresent": [%s], "pupilPresent": false, "recognition": "NO",
     "points": [{"point": "PURPOSE", "done": true}, {"point": "FACTS", "done": true},
      {"point": "CRITERIA", "done": true}, {"point": "RECOGNITION", "done": true},
      {"point": "EMOTION", "done": true}, {"point": "COOPERATION", "done": true},
      {"point": "AGREEMENTS", "done": true}]}"""
        .formatted(on, Ids.staff("nora"), quoted(parents));
  }

  public static String report(String talk) {
    return """
    {"kind": "MeetingReport", "meeting": "%s", "text": "Wij spraken over wat wij zien.",
     "agreements": []}"""
        .formatted(talk);
  }

  /** Lets these parents find it in the portal of the host. */
  public static String released(String report, UUID... parents) {
    return """
    {"kind": "ReportReleased", "report": "%s", "portal": "SHOWN", "readers": [%s],
     "reason": "Beide ouders vroegen erom."}"""
        .formatted(report, quoted(parents));
  }

  public static String takenBack(String report) {
    return """
    {"kind": "ReportReleased", "report": "%s", "portal": "HIDDEN", "readers": [],
     "reason": "Zij hebben het gelezen."}"""
        .formatted(report);
  }

  public static String helpRefused(LocalDate on, UUID... parents) {
    return """
    {"kind": "HelpOffer", "on": "%s", "offer": "Schoolmaatschappelijk werk", "answers": [%s]}"""
        .formatted(on, answers("NO", parents));
  }

  public static String help(LocalDate start, LocalDate review, UUID... parents) {
    return """
    {"kind": "HelpArrangement", "what": "Gesprekken op school", "provider": "school",
     "owner": "%s", "startOn": "%s", "reviewOn": "%s", "acceptance": [%s]}"""
        .formatted(Ids.staff("nora"), start, review, answers("NO", parents));
  }

  public static String noImprovement(String help, LocalDate on) {
    return """
    {"kind": "HelpEvaluation", "arrangement": "%s", "on": "%s", "effectChild": "Geen.",
     "improved": "NO"}"""
        .formatted(help, on);
  }

  public static String decision(String choice, LocalDate on, String more) {
    return """
    {"kind": "Decision", "choice": "%s", "on": "%s", "deciders": ["%s"],
     "motivation": "Zo besloten."%s}"""
        .formatted(choice, on, Ids.staff("petra"), more);
  }

  public static String informed(UUID guardian, LocalDate on) {
    return """
    {"kind": "InvolvedInformed", "guardian": "%s", "informedOn": "%s", "how": "gesprek"}"""
        .formatted(guardian, on);
  }

  public static String exempt(UUID guardian) {
    return """
    {"kind": "InvolvedInformed", "guardian": "%s", "exemption": "SAFETY_CHILD",
     "motivation": "Dreigend geweld."}"""
        .formatted(guardian);
  }

  public static String veiligThuis(LocalDate on, LocalDate feedback) {
    String topics =
        TOPICS.stream()
            .map("{\"topic\": \"%s\", \"unknown\": false, \"text\": \"Zie dossier.\"}"::formatted)
            .collect(Collectors.joining(", "));
    return """
    {"kind": "VeiligThuisReport", "on": "%s", "contact": "M. de Graaf", "topics": [%s],
     "legalDiscussed": true, "agreedFeedbackOn": "%s"}"""
        .formatted(on, topics, feedback);
  }

  public static String investigation(String report, LocalDate on) {
    return """
    {"kind": "InvestigationStarted", "report": "%s", "on": "%s"}"""
        .formatted(report, on);
  }

  public static String conclusion(String report, LocalDate on, String conclusion, String more) {
    return """
    {"kind": "VeiligThuisConclusion", "report": "%s", "on": "%s", "conclusion": "%s"%s}"""
        .formatted(report, on, conclusion, more);
  }

  public static String feedback(String report, LocalDate on, String confirmed, String more) {
    return """
    {"kind": "VeiligThuisFeedback", "report": "%s", "on": "%s", "confirmed": "%s",
     "useOfInformation": "Onze signalen zijn gebruikt."%s}"""
        .formatted(report, on, confirmed, more);
  }

  public static String closing(String reason, LocalDate on) {
    return """
    {"kind": "Closure", "reason": "%s", "on": "%s", "acceptedGaps": []}"""
        .formatted(reason, on);
  }

  /** The same with a reason for each of those requirements. */
  public static String closing(String reason, LocalDate on, Collection<String> requirements) {
    String accepted =
        requirements.stream()
            .map("{\"requirement\": \"%s\", \"reason\": \"Niet meer nodig.\"}"::formatted)
            .collect(Collectors.joining(", ", "[", "]"));
    return closing(reason, on).replace("[]", accepted);
  }

  private static String answers(String accepted, UUID... parents) {
    return Arrays.stream(parents)
        .map(one -> "{\"guardian\": \"%s\", \"accepted\": \"%s\"}".formatted(one, accepted))
        .collect(Collectors.joining(", "));
  }

  private static String quoted(UUID... ids) {
    return Arrays.stream(ids).map("\"%s\""::formatted).collect(Collectors.joining(", "));
  }
}
