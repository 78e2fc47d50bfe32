package nl.meldcode.adapter.host;

import java.util.Optional;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.AcknowledgementStatus;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Relation;
import org.jspecify.annotations.Nullable;

/** What the words of Host Connect mean here. A word that is not known never gives a right. */
final class Words {
  private Words() {}

  /** The role; empty for {@code other} and words unknown. */
  static Optional<Role> role(String word) {
    return switch (word) {
      case "teacher" -> Optional.of(Role.LK);
      case "behaviourSpecialist" -> Optional.of(Role.GS);
      case "careCoordinator" -> Optional.of(Role.IB);
      case "safeguardingOfficer" -> Optional.of(Role.AF);
      case "head" -> Optional.of(Role.DIR);
      case "applicationManager" -> Optional.of(Role.ADM);
      case "boardOfficer" -> Optional.of(Role.BOARD);
      default -> Optional.empty();
    };
  }

  static Relation relation(@Nullable String word) {
    return switch (word == null ? "" : word) {
      case "mother" -> Relation.MOTHER;
      case "father" -> Relation.FATHER;
      case "guardian" -> Relation.GUARDIAN;
      case "fosterParent" -> Relation.FOSTER_PARENT;
      case "familyGuardian" -> Relation.FAMILY_GUARDIAN;
      default -> Relation.OTHER;
    };
  }

  static Authority authority(@Nullable String word) {
    return switch (word == null ? "" : word) {
      case "yes" -> Authority.YES;
      case "no" -> Authority.NO;
      default -> Authority.UNKNOWN;
    };
  }

  static String kind(AcknowledgementStatus status) {
    return switch (status) {
      case GEZIEN -> "seen";
      case ONDERTEKEND -> "signed";
      case GEWEIGERD -> "refused";
      case NIET_BEREIKT -> "notReached";
    };
  }

  /** Null when there was no act on screen or paper to speak of. */
  static @Nullable String method(String method) {
    return switch (method) {
      case "ON_SCREEN" -> "onScreen";
      case "PAPER" -> "paper";
      default -> null;
    };
  }
}
