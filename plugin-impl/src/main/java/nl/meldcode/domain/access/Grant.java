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
      return circle.teaches();
    }
  },
  /** As participant of a consultation or as team member (A.12, 4). */
  INVOLVED {
    @Override
    boolean holds(Circle circle) {
      return circle.participant() || circle.teamMember();
    }
  },
  /** Named by the head (A.12, 4). */
  NAMED {
    @Override
    boolean holds(Circle circle) {
      return circle.named();
    }
  },
  /** While emergency access lasts (A.12, 5). */
  EMERGENCY {
    @Override
    boolean holds(Circle circle) {
      return circle.emergency();
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
      return OWN.holds(circle) || circle.added();
    }
  },
  /** And who took part in a consultation: a former teacher may be consulted (C.3). */
  OWN_OR_INVOLVED {
    @Override
    boolean holds(Circle circle) {
      return OWN_OR_ADDED.holds(circle) || circle.participant();
    }
  },
  /** Only where the school has no aandachtsfunctionaris (A.12, 6). */
  WITHOUT_AF {
    @Override
    boolean holds(Circle circle) {
      return !circle.schoolHasAf();
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
