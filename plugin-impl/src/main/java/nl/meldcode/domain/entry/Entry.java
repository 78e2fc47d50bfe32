package nl.meldcode.domain.entry;

import java.time.LocalDate;
import java.util.List;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.ContentClass;
import org.jspecify.annotations.Nullable;

/**
 * What a person records: request body and stored value alike, without any field that the server
 * owns. Never changes once recorded.
 */
public sealed interface Entry
    permits AboutStaff,
        Acknowledgement,
        AddedByHand,
        AfterReport,
        BalanceAnalysis,
        ChildCheck,
        ChildConversation,
        Chronology,
        ClassroomAction,
        Closure,
        CoachNamed,
        ConferenceNotNeeded,
        Correction,
        Decision,
        DossierReview,
        EmergencyAction,
        ExternalConsultation,
        FlagAssessment,
        GrowthDocumentDecision,
        GuardianConfirmed,
        HandoverAccepted,
        HelpArrangement,
        HelpEvaluation,
        HelpOffer,
        HoldsTasks,
        InformationForInvolved,
        InstrumentResult,
        InternalInquiry,
        InvolvedInformed,
        Keeping,
        LinkDecision,
        ManagementResponse,
        Opening,
        ParentMeeting,
        ProtocolMigrated,
        PupilInformed,
        RecallCheck,
        Reopening,
        ReportReleased,
        Rights,
        Shared,
        Signal,
        SignalChecklist,
        SignalLog,
        SignalOverview,
        StepWaiver,
        TaskDone,
        ValuesLowered,
        VeiligThuisInformationRequest,
        VeiligThuisReport {

  /** Its kind. */
  default Kind kind() {
    return Kind.of(this);
  }

  /** The day of what it tells of; null where the kind has none, or names it otherwise. */
  default @Nullable LocalDate on() {
    return null;
  }

  /** What its author must be allowed to do. */
  default Action action() {
    return kind().action();
  }

  /** Who may read it. */
  default ContentClass contentClass() {
    return kind().contentClass();
  }

  /**
   * What it points at and should not, or lacks given its other answers. Shape is checked elsewhere.
   */
  default List<Fault> faults(References known) {
    return List.of();
  }
}
