package nl.meldcode.domain.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meldcode.api.PersonId;
import nl.meldcode.domain.entry.GuardianConfirmed;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Guardian;
import org.jspecify.annotations.Nullable;

/**
 * The guardians of a pupil: what the host says, with what IB or head confirmed in the dossier where
 * the host does not know (CR3).
 */
public record Family(List<Guardian> guardians) {
  public Family {
    guardians = List.copyOf(guardians);
  }

  /** Lays the last confirmation of each in a dossier over what the host says. */
  public Family confirmedBy(Dossier dossier) {
    Map<PersonId, GuardianConfirmed> last = new LinkedHashMap<>();
    dossier.all(GuardianConfirmed.class).stream()
        .map(Stated::entry)
        .forEach(one -> last.put(one.guardian(), one));
    Map<PersonId, Guardian> all = new LinkedHashMap<>();
    guardians.forEach(one -> all.put(one.id(), one));
    last.values().forEach(one -> all.compute(one.guardian(), (id, known) -> confirm(known, one)));
    return new Family(List.copyOf(all.values()));
  }

  private static Guardian confirm(@Nullable Guardian known, GuardianConfirmed by) {
    if (known == null) {
      return new Guardian(by.guardian(), by.name(), by.relation(), by.authority());
    }
    boolean hostKnows = known.authority() != Authority.UNKNOWN;
    return hostKnows ? known : known.withAuthority(by.authority());
  }

  /** The guardian with that id. */
  public Optional<Guardian> guardian(PersonId id) {
    return guardians.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Those with parental authority: the ones who are asked for an answer. */
  public List<Guardian> withAuthority() {
    return guardians.stream().filter(one -> one.authority() == Authority.YES).toList();
  }

  /** Whether it is settled who has authority: somebody has, and nobody's is unknown. */
  public boolean settled() {
    return !withAuthority().isEmpty()
        && guardians.stream().noneMatch(one -> one.authority() == Authority.UNKNOWN);
  }

  @Override
  public String toString() {
    return "Family";
  }
}
