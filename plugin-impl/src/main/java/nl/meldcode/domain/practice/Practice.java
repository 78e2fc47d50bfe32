package nl.meldcode.domain.practice;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.dossier.Dossier;

/**
 * Pupils who do not exist, on whom staff practise the protocol. What is practice is decided here
 * and nowhere else, by the id of the pupil alone: it tells itself, whatever school or list it turns
 * up in.
 */
public final class Practice {
  /** Of version 8 (RFC 9562, 5.8), which hosts leave alone, with "oefen" before it. */
  private static final long MARK = 0x6f65_6665_6e00_8000L;

  /** What others at the school or the board would be told of, as if it were real. */
  private static final Set<Action> TOLD_TO_OTHERS =
      Set.of(Action.BREAK_GLASS, Action.REFER_TO_BOARD);

  private Practice() {}

  /** Whether this pupil is made up. */
  public static boolean is(PupilId pupil) {
    return pupil.value().getMostSignificantBits() == MARK;
  }

  /** Whether nothing in this dossier is real. */
  public static boolean is(Dossier dossier) {
    return is(dossier.pupil());
  }

  /** Whether an entry may be about both: what is real and what is not never meet. */
  public static boolean together(PupilId one, PupilId other) {
    return is(one) == is(other);
  }

  /** Whether this is left out of a practice, since it does not stay inside. */
  public static boolean leavesOut(Action action) {
    return TOLD_TO_OTHERS.contains(action);
  }

  /** The pupil of a school to practise on; a new one for each round, counted from 1. */
  public static PupilId pupil(SchoolId school, int round) {
    return new PupilId(marked("pupil " + round + " of " + school));
  }

  /** A child in the same group, for an incident among several; counted from 1. */
  public static PupilId classmate(SchoolId school, int which) {
    return new PupilId(marked("classmate " + which + " of " + school));
  }

  /** A guardian of such a pupil; counted from 1. */
  public static PersonId guardian(PupilId pupil, int which) {
    return new PersonId(marked("guardian " + which + " of " + pupil));
  }

  private static UUID marked(String name) {
    UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return new UUID(MARK, hash.getLeastSignificantBits());
  }
}
