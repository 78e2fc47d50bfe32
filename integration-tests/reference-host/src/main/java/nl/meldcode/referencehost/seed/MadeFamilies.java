package nl.meldcode.referencehost.seed;

import static nl.meldcode.referencehost.model.Authority.NO;
import static nl.meldcode.referencehost.model.Authority.UNKNOWN;
import static nl.meldcode.referencehost.model.Authority.YES;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.meldcode.referencehost.model.Authority;
import nl.meldcode.referencehost.model.RelationKind;
import nl.meldcode.referencehost.seed.Family.Child;
import nl.meldcode.referencehost.seed.Family.Guardian;
import org.jspecify.annotations.Nullable;

/** Makes families from a seed until each group has its number of pupils. */
final class MadeFamilies {
  private static final int GROUPS = 8;
  private final Random random;
  private final int[] places;
  private final Set<String> taken = new HashSet<>();

  /** Starts with this number of free places per group, group 1 first. */
  MadeFamilies(long seed, int[] freePlaces) {
    this.random = new Random(seed);
    this.places = freePlaces.clone();
  }

  List<Family> all() {
    List<Family> families = new ArrayList<>();
    while (freeGroup(1) > 0) {
      families.add(next(families.size()));
    }
    return families;
  }

  private Family next(int number) {
    String full = NameLists.FAMILIES.get(number % NameLists.FAMILIES.size());
    int space = full.lastIndexOf(' ');
    String prefix = space < 0 ? null : full.substring(0, space);
    String name = full.substring(space + 1);
    List<Child> children = new ArrayList<>();
    int wanted = 1 + random.nextInt(3);
    int group = freeGroup(1 + random.nextInt(GROUPS));
    if (group == 0) {
      group = freeGroup(1);
    }
    while (group > 0 && children.size() < wanted) {
      children.add(child(full, group));
      group = freeGroup(group + 1 + random.nextInt(3));
    }
    return new Family(prefix, name, guardians(number, prefix, name), children);
  }

  /** The first group from this one on with a free place, or 0. */
  private int freeGroup(int from) {
    for (int group = from; group <= GROUPS; group++) {
      if (places[group - 1] > 0) {
        return group;
      }
    }
    return 0;
  }

  private Child child(String family, int group) {
    places[group - 1]--;
    boolean girl = random.nextBoolean();
    String name;
    do {
      name = pick(girl ? NameLists.GIRLS : NameLists.BOYS);
    } while (!taken.add(name + " " + family));
    LocalDate youngest = LocalDate.of(2026 - group - 3, 9, 30);
    LocalDate born = youngest.minusDays(random.nextInt(365));
    return new Child(null, name, girl ? "female" : "male", born, group);
  }

  private List<Guardian> guardians(int number, @Nullable String prefix, String name) {
    int kind = random.nextInt(100);
    Guardian mother = parent(number, 1, prefix, name, YES);
    if (kind < 8) {
      return List.of(mother);
    }
    if (kind < 12) {
      return List.of(mother, parent(number, 3, prefix, name, YES));
    }
    Authority second = kind < 18 ? NO : kind < 25 ? UNKNOWN : YES;
    return List.of(mother, parent(number, 2, prefix, name, second));
  }

  /** The second parent of a family is the father, the third number stands for a second mother. */
  private Guardian parent(
      int number, int which, @Nullable String prefix, String name, Authority authority) {
    boolean father = which == 2;
    return new Guardian(
        "family-" + number + "-" + which,
        pick(father ? NameLists.FATHERS : NameLists.MOTHERS),
        prefix,
        name,
        father ? RelationKind.FATHER : RelationKind.MOTHER,
        authority);
  }

  private String pick(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
