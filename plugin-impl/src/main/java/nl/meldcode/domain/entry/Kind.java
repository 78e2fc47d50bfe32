package nl.meldcode.domain.entry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.ContentClass;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of entry: where each belongs, what its author must be allowed to do, who may read it.
 */
public enum Kind {
  DOSSIER_OPENED(DossierOpened.class, null, Action.OPEN, ContentClass.C1),
  INCIDENT(Incident.class, Step.SIGNALS, Action.RECORD_INCIDENT, ContentClass.C2),
  HANDOVER_ACCEPTED(HandoverAccepted.class, null, Action.ACCEPT_HANDOVER, ContentClass.C1),
  STEP_WAIVER(StepWaiver.class, null, Action.WAIVE_STEP, ContentClass.C2, true),
  CLOSURE(Closure.class, null, Action.CLOSE, ContentClass.C1, true),
  REOPENING(Reopening.class, null, Action.CLOSE, ContentClass.C3),
  EMERGENCY_ACTION(EmergencyAction.class, null, Action.EMERGENCY, ContentClass.C2),
  MANAGEMENT_RESPONSE(ManagementResponse.class, null, Action.ANSWER_EMERGENCY, ContentClass.C2),

  PROTOCOL_MIGRATED(ProtocolMigrated.class, null, Action.DECIDE, ContentClass.C1, true),
  CORRECTION(Correction.class, null, Action.OPEN, ContentClass.C2, true),
  TEAM_MEMBER_ADDED(TeamMemberAdded.class, null, Action.MANAGE_TEAM, ContentClass.C1),
  TEAM_MEMBER_REMOVED(TeamMemberRemoved.class, null, Action.MANAGE_TEAM, ContentClass.C1),
  CONFLICT_OF_INTEREST(ConflictOfInterest.class, null, Action.MANAGE_TEAM, ContentClass.C3),
  LEGAL_HOLD(LegalHold.class, null, Action.HOLD, ContentClass.C3),
  DESTRUCTION_REQUEST(DestructionRequest.class, null, Action.ASK_DESTRUCTION, ContentClass.C3),
  DESTRUCTION_DECISION(
      DestructionDecision.class, null, Action.DECIDE_DESTRUCTION, ContentClass.C3, true),
  ACCESS_REQUEST(AccessRequest.class, null, Action.RECEIVE_REQUEST, ContentClass.C3),
  ACCESS_DECISION(AccessDecision.class, null, Action.DECIDE_REQUEST, ContentClass.C3, true),
  RECTIFICATION_REQUEST(RectificationRequest.class, null, Action.RECEIVE_REQUEST, ContentClass.C3),
  RECTIFICATION(Rectification.class, null, Action.DECIDE_REQUEST, ContentClass.C3, true),
  REQUEST_ANSWERED(RequestAnswered.class, null, Action.RECEIVE_REQUEST, ContentClass.C3),
  LINK_DECISION(LinkDecision.class, null, Action.DECIDE_LINKS, ContentClass.C3),
  CHRONOLOGY(Chronology.class, null, Action.PRINT_CHRONOLOGY, ContentClass.C3),
  CHILD_CONVERSATION(ChildConversation.class, null, Action.OPEN, ContentClass.C2),
  TASK_DONE(TaskDone.class, null, Action.OPEN, ContentClass.C2),

  SIGNAL(Signal.class, Step.SIGNALS, Action.SIGNAL, ContentClass.C2),
  SIGNAL_OVERVIEW(SignalOverview.class, Step.SIGNALS, Action.OPEN, ContentClass.C2),
  SIGNAL_LOG(SignalLog.class, Step.SIGNALS, Action.PRINT_SIGNALS, ContentClass.C2),
  CLASSROOM_ACTION(ClassroomAction.class, Step.SIGNALS, Action.OPEN, ContentClass.C2),
  SIGNAL_CHECKLIST(SignalChecklist.class, Step.SIGNALS, Action.OPEN, ContentClass.C2),
  BALANCE_ANALYSIS(BalanceAnalysis.class, Step.SIGNALS, Action.OPEN, ContentClass.C2),
  INSTRUMENT_RESULT(InstrumentResult.class, Step.SIGNALS, Action.OPEN, ContentClass.C2),
  CHILD_CHECK(ChildCheck.class, Step.SIGNALS, Action.OPEN, ContentClass.C2),

  CONSULTATION(Consultation.class, Step.CONSULTATION, Action.CONSULT, ContentClass.C2),
  EXTERNAL_CONSULTATION(
      ExternalConsultation.class, Step.CONSULTATION, Action.ASK_ADVICE, ContentClass.C3),
  CONFERENCE_NOT_NEEDED(
      ConferenceNotNeeded.class, Step.CONSULTATION, Action.NAME_COACH, ContentClass.C2),
  VALUES_LOWERED(ValuesLowered.class, Step.CONSULTATION, Action.NAME_COACH, ContentClass.C2),
  FLAG_ASSESSMENT(FlagAssessment.class, Step.CONSULTATION, Action.CONSULT, ContentClass.C2),
  COACH_NAMED(CoachNamed.class, Step.CONSULTATION, Action.NAME_COACH, ContentClass.C1),
  GROWTH_DOCUMENT_DECISION(
      GrowthDocumentDecision.class,
      Step.CONSULTATION,
      Action.DECIDE_GROWTH_DOCUMENT,
      ContentClass.C2),

  PARENT_MEETING(ParentMeeting.class, Step.PARENTS, Action.TALK_WITH_PARENTS, ContentClass.C2),
  MEETING_REPORT(
      MeetingReport.class, Step.PARENTS, Action.TALK_WITH_PARENTS, ContentClass.C2, true),
  ACKNOWLEDGEMENT(Acknowledgement.class, Step.PARENTS, Action.ACKNOWLEDGE, ContentClass.C2, true),
  ADDED_BY_HAND(AddedByHand.class, Step.PARENTS, Action.TALK_WITH_PARENTS, ContentClass.C2),
  REPORT_RELEASED(ReportReleased.class, Step.PARENTS, Action.RELEASE_REPORT, ContentClass.C2, true),
  HELP_OFFER(HelpOffer.class, Step.PARENTS, Action.TALK_WITH_PARENTS, ContentClass.C2),
  GUARDIAN_CONFIRMED(
      GuardianConfirmed.class, Step.PARENTS, Action.CONFIRM_AUTHORITY, ContentClass.C2),

  DOSSIER_REVIEW(DossierReview.class, Step.WEIGHING, Action.WEIGH, ContentClass.C3),
  INTERNAL_INQUIRY(InternalInquiry.class, Step.WEIGHING, Action.WEIGH, ContentClass.C3),
  WEIGHING(Weighing.class, Step.WEIGHING, Action.WEIGH, ContentClass.C3, true),

  DECISION(Decision.class, Step.DECISION, Action.DECIDE, ContentClass.C3, true),
  HELP_ARRANGEMENT(HelpArrangement.class, Step.DECISION, Action.DECIDE, ContentClass.C3),
  HELP_EVALUATION(HelpEvaluation.class, Step.DECISION, Action.DECIDE, ContentClass.C3),
  VEILIG_THUIS_REPORT(VeiligThuisReport.class, Step.DECISION, Action.DECIDE, ContentClass.C3),
  INVOLVED_INFORMED(InvolvedInformed.class, Step.DECISION, Action.DECIDE, ContentClass.C3),
  PUPIL_INFORMED(PupilInformed.class, Step.DECISION, Action.DECIDE, ContentClass.C3),
  SAFETY_PLAN(SafetyPlan.class, Step.DECISION, Action.DECIDE, ContentClass.C3),
  INFORMATION_FOR_INVOLVED(
      InformationForInvolved.class, Step.DECISION, Action.DECIDE, ContentClass.C3),

  SAFETY_ASSESSMENT(SafetyAssessment.class, Step.AFTER_REPORT, Action.FOLLOW_UP, ContentClass.C3),
  INVESTIGATION_STARTED(
      InvestigationStarted.class, Step.AFTER_REPORT, Action.FOLLOW_UP, ContentClass.C3),
  VEILIG_THUIS_INFORMATION_REQUEST(
      VeiligThuisInformationRequest.class, Step.AFTER_REPORT, Action.FOLLOW_UP, ContentClass.C3),
  VEILIG_THUIS_CONCLUSION(
      VeiligThuisConclusion.class, Step.AFTER_REPORT, Action.FOLLOW_UP, ContentClass.C3),
  VEILIG_THUIS_FEEDBACK(
      VeiligThuisFeedback.class, Step.AFTER_REPORT, Action.FOLLOW_UP, ContentClass.C3),
  FAMILY_INFORMATION(FamilyInformation.class, Step.AFTER_REPORT, Action.FOLLOW_UP, ContentClass.C4),
  RECALL_CHECK(RecallCheck.class, Step.AFTER_REPORT, Action.FOLLOW_UP, ContentClass.C3);

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
  private final boolean judging;

  Kind(Class<? extends Entry> type, @Nullable Step step, Action action, ContentClass contentClass) {
    this(type, step, action, contentClass, false);
  }

  Kind(
      Class<? extends Entry> type,
      @Nullable Step step,
      Action action,
      ContentClass contentClass,
      boolean judging) {
    this.type = type;
    this.step = step;
    this.action = action;
    this.contentClass = contentClass;
    this.judging = judging;
  }

  /** The kind of an entry. */
  public static Kind of(Entry entry) {
    Kind kind = BY_TYPE.get(entry.getClass());
    if (kind == null) {
      throw new IllegalStateException("no kind for " + entry.getClass().getSimpleName());
    }
    return kind;
  }

  /** The kind of that name in JSON. */
  public static Optional<Kind> named(String jsonName) {
    return Arrays.stream(values()).filter(kind -> kind.jsonName().equals(jsonName)).findFirst();
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
    return this == DOSSIER_OPENED || this == INCIDENT || reopensWithoutAsking();
  }

  /** Whether a closed dossier goes on because of it, instead of a new one beginning (A.12, 23). */
  public boolean reopens() {
    return this == REOPENING || reopensWithoutAsking();
  }

  private boolean reopensWithoutAsking() {
    return this == EMERGENCY_ACTION || this == VEILIG_THUIS_REPORT;
  }

  /**
   * Whether its paper holds what others recorded: having asked for it gives no right to it once
   * that right is gone.
   */
  public boolean isCopy() {
    return this == CHRONOLOGY || this == SIGNAL_LOG || this == ACCESS_DECISION;
  }

  /**
   * Whether it carries the dossier, so that it goes with the dossier alone; it is also what stays
   * where only what came of it is kept (C.5).
   */
  public boolean carries() {
    return switch (this) {
      case DOSSIER_OPENED,
          CLOSURE,
          VEILIG_THUIS_CONCLUSION,
          PROTOCOL_MIGRATED,
          CONFLICT_OF_INTEREST,
          LINK_DECISION,
          LEGAL_HOLD,
          DESTRUCTION_REQUEST,
          DESTRUCTION_DECISION ->
          true;
      default -> false;
    };
  }

  /** Whether it can be destroyed by itself: not what the state of the dossier hangs on. */
  public boolean goesAlone() {
    return !carries()
        && !opens()
        && !reopens()
        && this != MANAGEMENT_RESPONSE
        && this != SAFETY_ASSESSMENT
        && this != REPORT_RELEASED
        && this != CORRECTION;
  }

  /**
   * Whether recording it once more says that it happened once more: what one lacks is put right in
   * that one.
   */
  public boolean isCompletedInPlace() {
    return reopensWithoutAsking();
  }

  /**
   * Whether a mistake in it can be put right. Not where others have the document or answered it,
   * and not in what changed the state of the dossier, unless it can be completed no other way.
   */
  public boolean correctable() {
    return switch (this) {
      case DOSSIER_OPENED,
          INCIDENT,
          CLOSURE,
          REOPENING,
          PROTOCOL_MIGRATED,
          CORRECTION,
          CHRONOLOGY,
          SIGNAL_LOG,
          MEETING_REPORT,
          ACKNOWLEDGEMENT,
          REPORT_RELEASED,
          TEAM_MEMBER_ADDED,
          TEAM_MEMBER_REMOVED,
          CONFLICT_OF_INTEREST,
          LINK_DECISION,
          ACCESS_REQUEST,
          ACCESS_DECISION,
          RECTIFICATION_REQUEST,
          RECTIFICATION,
          REQUEST_ANSWERED,
          LEGAL_HOLD,
          DESTRUCTION_REQUEST,
          DESTRUCTION_DECISION ->
          false;
      default -> true;
    };
  }

  /**
   * Whether recording it judges earlier entries, so that its author must name the version that was
   * read ({@code If-Match}). Never so for a signal.
   */
  public boolean judgesEarlierState() {
    return judging;
  }
}
