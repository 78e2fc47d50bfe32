package nl.meldcode.domain.access;

/** Under which relation to the pupil or the dossier a role may do something. */
public enum Grant {
  NEVER {
    @Override
    boolean holds(Circle circle) {
      return false;
    }
  },
  /** Pupils of the groups the person teaches now (S0.5). */
  OWN {
    @Override
    boolean holds(Circle circle) {
      return circle.has(Tie.TEACHES);
    }
  },
  /** As participant of a consultation or as team member (A.12, 4). */
  INVOLVED {
    @Override
    boolean holds(Circle circle) {
      return circle.has(Tie.PARTICIPANT) || circle.has(Tie.TEAM_MEMBER);
    }
  },
  /** Named by the head (A.12, 4). */
  NAMED {
    @Override
    boolean holds(Circle circle) {
      return circle.has(Tie.NAMED);
    }
  },
  /** While emergency access lasts (A.12, 5). */
  EMERGENCY {
    @Override
    boolean holds(Circle circle) {
      return circle.has(Tie.EMERGENCY);
    }
  },
  /** Named by the head, or while emergency access lasts. */
  NAMED_OR_EMERGENCY {
    @Override
    boolean holds(Circle circle) {
      return NAMED.holds(circle) || EMERGENCY.holds(circle);
    }
  },
  /** Own pupils, and who was added; opening it does not outlast the group link (C.3). */
  OWN_OR_ADDED {
    @Override
    boolean holds(Circle circle) {
      return OWN.holds(circle) || circle.has(Tie.ADDED);
    }
  },
  /**
   * And who took part in a consultation: a former teacher may be consulted (C.3); until 30 days
   * after closing (A.12, 24).
   */
  OWN_OR_INVOLVED_NOT_LONG_CLOSED {
    @Override
    boolean holds(Circle circle) {
      return !circle.has(Tie.LONG_CLOSED)
          && (OWN_OR_ADDED.holds(circle) || circle.has(Tie.PARTICIPANT));
    }
  },
  /** Only where the school has no aandachtsfunctionaris (A.12, 6). */
  WITHOUT_AF {
    @Override
    boolean holds(Circle circle) {
      return !circle.has(Tie.SCHOOL_HAS_AF);
    }
  },
  ALWAYS {
    @Override
    boolean holds(Circle circle) {
      return true;
    }
  };

  abstract boolean holds(Circle circle);
}
