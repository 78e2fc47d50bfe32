package nl.meldcode.referencehost.seed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.model.Household;
import nl.meldcode.referencehost.model.Household.Address;
import nl.meldcode.referencehost.model.HouseholdBasis;

/** Who lives with whom: every family, and two families at one address. */
final class DemoHouseholds {
  /** Families whose address is secret. */
  private static final Set<String> SECRET = Set.of("Brands");

  private final Instant at;
  private final String key;
  private final List<Household> all = new ArrayList<>();

  /** The key of the school stands before each number. */
  DemoHouseholds(Instant at, String key) {
    this.at = at;
    this.key = key;
  }

  static boolean isSecret(String family) {
    return SECRET.contains(family);
  }

  /** A family that told the school so. */
  void add(String name, List<UUID> children, List<UUID> guardians) {
    List<UUID> members = Stream.concat(children.stream(), guardians.stream()).toList();
    String number = key + (all.size() + 1);
    all.add(household(number, members, isSecret(name), HouseholdBasis.REGISTERED));
  }

  /** All of them; at De Vlieger with Mila and Lieke, who were seen at one address. */
  List<Household> all() {
    if (!key.isEmpty()) {
      return List.copyOf(all);
    }
    List<UUID> neighbours = List.of(Ids.of("pupil", "mila"), Ids.of("pupil", "lieke"));
    List<Household> with = new ArrayList<>(all);
    with.add(household("neighbours", neighbours, false, HouseholdBasis.ADDRESS));
    return List.copyOf(with);
  }

  private Household household(
      String number, List<UUID> members, boolean secret, HouseholdBasis basis) {
    return new Household(
        Ids.of("household", number),
        members,
        new Address("Verzonnenstraat", number, "0000 AA", "Vliegerdam"),
        secret,
        basis,
        LocalDate.of(2025, 8, 18),
        "active",
        at);
  }
}
