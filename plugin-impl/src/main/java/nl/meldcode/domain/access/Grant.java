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
  /** Own pupils, and who took part in a consultation: a former teacher may be consulted (C.3). */
  OWN_OR_INVOLVED {
    @Override
    boolean holds(Circle circle) {
      return OWN.holds(circle) || INVOLVED.holds(circle);
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
