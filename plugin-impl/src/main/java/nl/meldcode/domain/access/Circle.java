package nl.meldcode.domain.access;

/**
 * How one person stands to one pupil's dossier at this moment.
 *
 * @param sameSchool the person works at the school of the dossier
 * @param teaches the person teaches a group that the pupil is in now
 * @param participant the person took part in a consultation of this dossier
 * @param teamMember the person was added to the team or is its coach
 * @param conflict a conflict of interest was recorded: it beats every role (A.12, 2)
 * @param schoolHasAf somebody at the school holds the role AF
 */
public record Circle(
    boolean sameSchool,
    boolean teaches,
    boolean participant,
    boolean teamMember,
    boolean conflict,
    boolean schoolHasAf) {}
