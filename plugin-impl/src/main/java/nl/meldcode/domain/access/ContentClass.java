package nl.meldcode.domain.access;

/** How sensitive content is; reading rights are given per class (C.3). */
public enum ContentClass {
  /** That a dossier is open, its step, agreements for the class, the conclusion in words. */
  C1,
  /** Signals, consultations, parents' reports. */
  C2,
  /** Weighing, decision, advice of Veilig Thuis, report package. */
  C3,
  /** Feedback on the family, criminal data, secret addresses. */
  C4;

  /** The action of reading this class. */
  public Action reading() {
    return switch (this) {
      case C1 -> Action.READ_C1;
      case C2 -> Action.READ_C2;
      case C3 -> Action.READ_C3;
      case C4 -> Action.READ_C4;
    };
  }
}
