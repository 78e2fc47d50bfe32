package nl.meldcode.domain.access;

import java.util.EnumSet;
import java.util.Set;

/** What somebody wants to do; the rows of the access table (A.8, C.3). */
public enum Action {
  READ_C1,
  READ_C2,
  READ_C3,
  READ_C4,
  /** See what oneself has to do, over the dossiers that one may know of (A.8). */
  READ_WORK_LIST,
  /** See the figures of the school, small numbers hidden. */
  READ_FIGURES,
  /** Practise on a pupil who does not exist. */
  PRACTISE,
  /** Record a signal; open to every member of staff (A.12, 24). */
  SIGNAL,
  /** Record what was done in acute danger; never refused to staff (B5.1; A.12, 7). */
  EMERGENCY,
  /** Management's answer to it (B5.2). */
  ANSWER_EMERGENCY,
  /** Open a dossier, answer the five questions (S0.3, S1.7). */
  OPEN,
  /** Record an incident among several pupils, in the dossier of each (O14). */
  RECORD_INCIDENT,
  /** Have the signals put on paper (S1.6). */
  PRINT_SIGNALS,
  /** Have the whole dossier put on paper (S5.11). */
  PRINT_CHRONOLOGY,
  /** Put right a mistake in what somebody else recorded (A.12, 27). */
  CORRECT_OTHERS,
  ACCEPT_HANDOVER,
  CONSULT,
  CONVENE_CONFERENCE,
  /** Add to the team, take off it, and record that somebody is too close (A.12, 2 and 4). */
  MANAGE_TEAM,
  /** Name who of IB and AF reads what Veilig Thuis tells of the family (A.12, 4). */
  NAME_FOR_FAMILY_INFORMATION,
  /** See which dossiers belong together (A.10). */
  READ_LINKS,
  /** Confirm and remove links, and see those that are only proposed (A.12, 6). */
  DECIDE_LINKS,
  /**
   * Read who looked at a dossier and did what; one's own deeds are for everybody (C.7; A.12, 8).
   */
  READ_LOG,
  NAME_COACH,
  /** Ask advice of Veilig Thuis, the GGD or another expert; this is no report (S2.3, S4.3). */
  ASK_ADVICE,
  DECIDE_GROWTH_DOCUMENT,
  TALK_WITH_PARENTS,
  ACKNOWLEDGE,
  /** Let the host show a report in the parents' portal, or take it out again (C.3). */
  RELEASE_REPORT,
  CONFIRM_AUTHORITY,
  WAIVE_STEP,
  WEIGH,
  DECIDE,
  /** Record what Veilig Thuis does after a report (S6). */
  FOLLOW_UP,
  CLOSE,
  /** Read the lists that the school filled in (S1.9, S4.9). */
  READ_LISTS,
  /** Fill them in (A.8). */
  MAINTAIN_LISTS,
  /** Let what was filled in count (A.12, 26). */
  APPROVE_LISTS,
  /** Go to the board with a suspicion against staff; open to everybody (B.10). */
  REFER_TO_BOARD,
  /** Say that the dossier must be kept, or no longer has to be (C.5). */
  HOLD,
  /** Record what somebody asks about what is kept of them, and that it was answered (C.4). */
  RECEIVE_REQUEST,
  /** Decide on that (C.4). */
  DECIDE_REQUEST,
  /** Record that its destruction is asked for (C.4). */
  ASK_DESTRUCTION,
  /** Decide on that (C.5); never on what one recorded oneself (A05). */
  DECIDE_DESTRUCTION,
  /** See what was destroyed at the school, and what is asked or due. */
  READ_DESTRUCTIONS,
  /** See whether the plugin itself is well, and what to do when it is not. */
  READ_HEALTH,
  /** Read who did (B.10). */
  READ_REGISTER,
  /** Open for an hour, with a reason and with notice, what the role does not open (A.12, 5). */
  BREAK_GLASS,
  /** Look at who did, and say whether it was justified; never one's own (A05). */
  REVIEW_EMERGENCY;

  private static final Set<Action> OF_SCHOOL =
      EnumSet.of(
          READ_WORK_LIST,
          READ_FIGURES,
          PRACTISE,
          READ_LISTS,
          MAINTAIN_LISTS,
          APPROVE_LISTS,
          REFER_TO_BOARD,
          READ_DESTRUCTIONS,
          READ_HEALTH,
          READ_REGISTER,
          REVIEW_EMERGENCY);

  /** Whether it is about the school or the board, and not about one pupil's dossier. */
  public boolean isOfSchool() {
    return OF_SCHOOL.contains(this);
  }
}
