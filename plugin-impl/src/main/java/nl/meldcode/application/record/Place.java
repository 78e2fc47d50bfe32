package nl.meldcode.application.record;

import java.util.List;
import java.util.Optional;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.entry.Kind;

/** Where an entry of some kind goes: which dossier takes it, or why none does (A.12, 10). */
sealed interface Place {
  /** A dossier that is there. */
  record Existing(Dossier dossier) implements Place {
    @Override
    public Optional<Dossier> about() {
      return Optional.of(dossier);
    }
  }

  /** A dossier begins with it. */
  record Fresh() implements Place {
    @Override
    public Optional<Dossier> about() {
      return Optional.empty();
    }
  }

  /** The dossier that is there does not take it, or there is none; message key. */
  record None(Optional<Dossier> about, String code) implements Place {}

  /**
   * Finds the place among the pupil's dossiers, oldest first. Where one was chosen, none begins.
   */
  static Place of(Kind kind, Caller caller, List<Dossier> dossiers) {
    Optional<Dossier> atHand = caller.atHand(dossiers);
    Place place = of(kind, atHand);
    return place instanceof Fresh && caller.chosen() != null
        ? new None(atHand, "dossier.closed")
        : place;
  }

  /** The same for a dossier that is already known. */
  static Place of(Kind kind, Optional<Dossier> atHand) {
    boolean begins = kind == Kind.SIGNAL || kind.opens();
    if (atHand.isEmpty()) {
      return begins ? new Fresh() : new None(atHand, "dossier.notOpen");
    }
    Dossier dossier = atHand.get();
    return switch (dossier.state()) {
      case CLOSED -> closed(kind, dossier, begins);
      case SIGNALS ->
          takenWithSignals(kind) ? new Existing(dossier) : new None(atHand, "dossier.notOpen");
      case EMERGENCY, OPEN, DECIDED, MONITORING, REPORTED ->
          kind == Kind.DOSSIER_OPENED && dossier.opened().isPresent()
              ? new None(atHand, "dossier.alreadyOpen")
              : new Existing(dossier);
    };
  }

  private static Place closed(Kind kind, Dossier dossier, boolean begins) {
    if (kind.reopens() || takenWhenClosed(kind)) {
      return new Existing(dossier);
    }
    return begins ? new Fresh() : new None(Optional.of(dossier), "dossier.closed");
  }

  /** What others still say or do after closing (A.12, 10 and 23), and copies on paper. */
  private static boolean takenWhenClosed(Kind kind) {
    return switch (kind) {
      case ACKNOWLEDGEMENT,
          ADDED_BY_HAND,
          REPORT_RELEASED,
          CORRECTION,
          SIGNAL_LOG,
          CHRONOLOGY,
          SAFETY_ASSESSMENT,
          VEILIG_THUIS_CONCLUSION,
          VEILIG_THUIS_FEEDBACK,
          FAMILY_INFORMATION,
          RECALL_CHECK,
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
          true;
      default -> false;
    };
  }

  private static boolean takenWithSignals(Kind kind) {
    return switch (kind) {
      case SIGNAL,
          SIGNAL_OVERVIEW,
          CORRECTION,
          SIGNAL_LOG,
          CLASSROOM_ACTION,
          INSTRUMENT_RESULT,
          CHILD_CONVERSATION,
          CONFLICT_OF_INTEREST,
          LINK_DECISION,
          ACCESS_REQUEST,
          ACCESS_DECISION,
          RECTIFICATION_REQUEST,
          RECTIFICATION,
          REQUEST_ANSWERED,
          LEGAL_HOLD,
          DESTRUCTION_REQUEST,
          DESTRUCTION_DECISION,
          CONSULTATION,
          EXTERNAL_CONSULTATION ->
          true;
      default -> kind.opens();
    };
  }

  /** The dossier that the request is about; empty when one would begin with it. */
  Optional<Dossier> about();
}
