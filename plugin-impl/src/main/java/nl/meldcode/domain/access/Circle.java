package nl.meldcode.domain.access;

/**
 * How one person stands to one pupil's dossier at this moment.
 *
 * @param sameSchool the person works at the school of the dossier
 * @param teaches the person teaches a group that the pupil is in now
 * @param participant the person took part in a consultation of this dossier
 * @param teamMember the person opened it, is its coach or was added to the team
 * @param added IB or head added the person to the team (A.12, 4)
 * @param named the head named the person for what Veilig Thuis tells of the family (A.12, 4)
 * @param conflict a conflict of interest was recorded: it beats every role (A.12, 2)
 * @param emergency the person opened this dossier with emergency access that lasts (A.12, 5)
 * @param schoolHasAf somebody at the school holds the role AF
 */
public record Circle(
    boolean sameSchool,
    boolean teaches,
    boolean participant,
    boolean teamMember,
    boolean added,
    boolean named,
    boolean conflict,
    boolean emergency,
    boolean schoolHasAf) {}
