package nl.meldcode.adapter.oneroster;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.domain.access.Role;

/** What the role words of OneRoster mean here. A word that is not known never gives a right. */
final class Words {
  private static final Set<String> FAMILY = Set.of("guardian", "parent", "relative");

  private Words() {}

  /**
   * The role. A counselor or aide is no care coordinator and no teacher here: such roles come from
   * the table.
   */
  static Optional<Role> role(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "teacher" -> Optional.of(Role.LK);
      case "principal" -> Optional.of(Role.DIR);
      case "siteadministrator", "systemadministrator" -> Optional.of(Role.ADM);
      default -> Optional.empty();
    };
  }

  static boolean isPupil(String word) {
    return word.equalsIgnoreCase("student");
  }

  static boolean isFamily(String word) {
    return FAMILY.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether somebody with that role works there. */
  static boolean isStaff(String word) {
    return !isPupil(word) && !isFamily(word);
  }
}
