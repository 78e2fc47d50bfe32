package nl.meldcode.adapter.host;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.domain.linking.Kin;
import nl.meldcode.domain.linking.Kin.Basis;
import nl.meldcode.domain.linking.Kin.Tie;

/**
 * Reads what ties a pupil to others: brothers and sisters, who lives at the same address, and who
 * came in the pupil's place (Host Connect 6.1, 6.2). A secret address is not asked for, so it ties
 * nobody.
 */
final class KinReader {
  private static final String INSTITUTION = "familyGuardian";
  private final HostClient host;
  private final HostCapabilities can;

  /** Reads no more than the host can say. */
  KinReader(HostClient host, HostCapabilities can) {
    this.host = host;
    this.can = can;
  }

  /** Throws HostUnavailable or HostRefused. */
  Kin of(PupilId pupil) {
    List<Tie> ties = new ArrayList<>(replacement(pupil));
    read(Capability.GUARDIANS, pupil, "siblings", Wire.Sibling.class)
        .forEach(it -> ties.add(tie(it)));
    for (Wire.Household household :
        read(Capability.HOUSEHOLDS, pupil, "households", Wire.Household.class)) {
      household.others(pupil.value()).forEach(it -> ties.add(tie(household, it)));
    }
    Set<UUID> institutions =
        read(Capability.GUARDIANS, pupil, "relations", Wire.Relation.class).stream()
            .map(one -> one.of(pupil.value()))
            .filter(one -> INSTITUTION.equals(one.kind()))
            .map(Wire.Relation::personId)
            .collect(Collectors.toUnmodifiableSet());
    return new Kin(pupil, ties, institutions);
  }

  private List<Tie> replacement(PupilId pupil) {
    if (!can.has(Capability.MERGE)) {
      return List.of();
    }
    Wire.Pupil said = host.one("/pupils/" + pupil.value(), Wire.Pupil.class);
    Wire.same("pupil", pupil.value(), said.id());
    return Stream.ofNullable(said.replacement())
        .map(other -> new Tie(new PupilId(other), Basis.REPLACED, Set.of()))
        .toList();
  }

  private <T> List<T> read(Capability needed, PupilId pupil, String what, Class<T> type) {
    return can.has(needed)
        ? host.all(Group.KIN, "/pupils/" + pupil.value() + "/" + what, type)
        : List.of();
  }

  /** What is not known of a tie makes it a weaker one. */
  private static Tie tie(Wire.Sibling sibling) {
    PupilId other = new PupilId(sibling.pupilId());
    Set<UUID> through =
        sibling.sharedRelationIds() == null ? Set.of() : new HashSet<>(sibling.sharedRelationIds());
    return switch (sibling.basis()) {
      case "registered" -> new Tie(other, Basis.REGISTERED, through);
      case "sharedGuardian" -> new Tie(other, Basis.GUARDIAN, through);
      default -> new Tie(other, Basis.ADDRESS, through);
    };
  }

  private static Tie tie(Wire.Household household, UUID other) {
    Basis basis = "registered".equals(household.basis()) ? Basis.REGISTERED : Basis.ADDRESS;
    return new Tie(new PupilId(other), basis, Set.of());
  }
}
