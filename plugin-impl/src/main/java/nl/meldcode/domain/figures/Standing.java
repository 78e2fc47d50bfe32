package nl.meldcode.domain.figures;

import nl.meldcode.domain.protocol.StepStatus;

/** Where a step stands, in the few words of a table; what is left over comes last. */
public enum Standing {
  /** Complete, in whatever order. */
  DONE,
  /** Left out, or accepted as missing, with a reason. */
  SKIPPED,
  LATE,
  /** Somebody is at it, or it is not asked yet. */
  OPEN;

  static Standing of(StepStatus status) {
    return switch (status) {
      case DONE, AFTER -> DONE;
      case REASON, ACCEPTED -> SKIPPED;
      case LATE -> LATE;
      case DOING, MISSING, LATER -> OPEN;
    };
  }
}
