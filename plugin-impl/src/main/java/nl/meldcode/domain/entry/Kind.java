package nl.meldcode.domain.entry;

import java.util.HashMap;
import java.util.Map;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.ContentClass;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of entry: where each belongs, what its author must be allowed to do, who may read it.
 */
public enum Kind {
  DOSSIER_OPENED(DossierOpened.class, null, Action.OPEN, ContentClass.C1),
  HANDOVER_ACCEPTED(HandoverAccepted.class, null, Action.ACCEPT_HANDOVER, ContentClass.C1),
  STEP_WAIVER(StepWaiver.class, null, Action.WAIVE_STEP, ContentClass.C2),
  CLOSURE(Closure.class, null, Action.CLOSE, ContentClass.C1),
  REOPENING(Reopening.class, null, Action.CLOSE, ContentClass.C3),
  EMERGENCY_ACTION(EmergencyAction.class, null, Action.EMERGENCY, ContentClass.C2),
  MANAGEMENT_RESPONSE(ManagementResponse.class, null, Action.ANSWER_EMERGENCY, ContentClass.C2),

  SIGNAL(Signal.class, Step.SIGNALS, Action.SIGNAL, ContentClass.C2),
  SIGNAL_OVERVIEW(SignalOverview.class, Step.SIGNALS, Action.OPEN, ContentClass.C2),

  CONSULTATION(Consultation.class, Step.CONSULTATION, Action.CONSULT, ContentClass.C2),
  CONFERENCE_NOT_NEEDED(
      ConferenceNotNeeded.class, Step.CONSULTATION, Action.NAME_COACH, ContentClass.C2),
  FLAG_ASSESSMENT(FlagAssessment.class, Step.CONSULTATION, Action.CONSULT, ContentClass.C2),
  COACH_NAMED(CoachNamed.class, Step.CONSULTATION, Action.NAME_COACH, ContentClass.C1),
  GROWTH_DOCUMENT_DECISION(
      GrowthDocumentDecision.class,
      Step.CONSULTATION,
      Action.DECIDE_GROWTH_DOCUMENT,
      ContentClass.C2),

  PARENT_MEETING(ParentMeeting.class, Step.PARENTS, Action.TALK_WITH_PARENTS, ContentClass.C2),
  MEETING_REPORT(MeetingReport.class, Step.PARENTS, Action.TALK_WITH_PARENTS, ContentClass.C2),
  ACKNOWLEDGEMENT(Acknowledgement.class, Step.PARENTS, Action.ACKNOWLEDGE, ContentClass.C2),
  HELP_OFFER(HelpOffer.class, Step.PARENTS, Action.TALK_WITH_PARENTS, ContentClass.C2),
  GUARDIAN_CONFIRMED(
      GuardianConfirmed.class, Step.PARENTS, Action.CONFIRM_AUTHORITY, ContentClass.C2),

  DOSSIER_REVIEW(DossierReview.class, Step.WEIGHING, Action.WEIGH, ContentClass.C3),
  INTERNAL_INQUIRY(InternalInquiry.class, Step.WEIGHING, Action.WEIGH, ContentClass.C3),
  WEIGHING(Weighing.class, Step.WEIGHING, Action.WEIGH, ContentClass.C3),

  DECISION(Decision.class, Step.DECISION, Action.DECIDE, ContentClass.C3),
  HELP_ARRANGEMENT(HelpArrangement.class, Step.DECISION, Action.DECIDE, ContentClass.C3),
  HELP_EVALUATION(HelpEvaluation.class, Step.DECISION, Action.DECIDE, ContentClass.C3),
  VEILIG_THUIS_REPORT(VeiligThuisReport.class, Step.DECISION, Action.DECIDE, ContentClass.C3),
  INVOLVED_INFORMED(InvolvedInformed.class, Step.DECISION, Action.DECIDE, ContentClass.C3);

  private static final Map<Class<? extends Entry>, Kind> BY_TYPE = new HashMap<>();

  static {
    for (Kind kind : values()) {
      BY_TYPE.put(kind.type, kind);
    }
  }

  private final Class<? extends Entry> type;
  private final @Nullable Step step;
  private final Action action;
  private final ContentClass contentClass;

  Kind(Class<? extends Entry> type, @Nullable Step step, Action action, ContentClass contentClass) {
    this.type = type;
    this.step = step;
    this.action = action;
    this.contentClass = contentClass;
  }

  /** The kind of an entry. */
  public static Kind of(Entry entry) {
    Kind kind = BY_TYPE.get(entry.getClass());
    if (kind == null) {
      throw new IllegalStateException("no kind for " + entry.getClass().getSimpleName());
    }
    return kind;
  }

  /** The record of this kind. */
  public Class<? extends Entry> type() {
    return type;
  }

  /** The step it belongs to; null when it belongs to the dossier as a whole. */
  public @Nullable Step step() {
    return step;
  }

  /** What its author must be allowed to do, unless the entry itself says otherwise. */
  public Action action() {
    return action;
  }

  /** Who may read it. */
  public ContentClass contentClass() {
    return contentClass;
  }

  /** The name in JSON and in protocol files, such as {@code MeetingReport}. */
  public String jsonName() {
    return type.getSimpleName();
  }

  /**
   * Whether the steps run from it on: safety is in question, or there was no time to ask (S0.3;
   * A.12, 23).
   */
  public boolean opens() {
    return this == DOSSIER_OPENED || this == EMERGENCY_ACTION || this == VEILIG_THUIS_REPORT;
  }

  /** Whether a closed dossier goes on because of it, instead of a new one beginning (A.12, 23). */
  public boolean reopens() {
    return this == REOPENING || (opens() && this != DOSSIER_OPENED);
  }

  /**
   * Whether recording it judges earlier entries, so that its author must name the version that was
   * read ({@code If-Match}). Never so for a signal.
   */
  public boolean judgesEarlierState() {
    return switch (this) {
      case ACKNOWLEDGEMENT, MEETING_REPORT, WEIGHING, DECISION, CLOSURE, STEP_WAIVER -> true;
      case DOSSIER_OPENED,
          HANDOVER_ACCEPTED,
          REOPENING,
          EMERGENCY_ACTION,
          MANAGEMENT_RESPONSE,
          SIGNAL,
          SIGNAL_OVERVIEW,
          CONSULTATION,
          CONFERENCE_NOT_NEEDED,
          FLAG_ASSESSMENT,
          COACH_NAMED,
          GROWTH_DOCUMENT_DECISION,
          PARENT_MEETING,
          HELP_OFFER,
          GUARDIAN_CONFIRMED,
          DOSSIER_REVIEW,
          INTERNAL_INQUIRY,
          HELP_ARRANGEMENT,
          HELP_EVALUATION,
          VEILIG_THUIS_REPORT,
          INVOLVED_INFORMED ->
          false;
    };
  }
}
