package nl.meldcode.application.port;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.emergency.EmergencyAccess;
import nl.meldcode.domain.emergency.EmergencyAccess.Review;

/** Emergency accesses in memory. */
public final class InMemoryEmergencies implements EmergencyAccesses {
  private final Map<SchoolId, List<EmergencyAccess>> all = new HashMap<>();

  /** Nothing can be written. */
  public boolean broken;

  @Override
  public EmergencyAccess add(SchoolId school, EmergencyAccess access) {
    if (broken) {
      throw new StoreUnavailable("broken", new IllegalStateException());
    }
    List<EmergencyAccess> here = all.computeIfAbsent(school, one -> new ArrayList<>());
    return here.stream()
        .filter(one -> one.id().equals(access.id()))
        .findFirst()
        .orElseGet(
            () -> {
              here.add(access);
              return access;
            });
  }

  @Override
  public boolean review(SchoolId school, UUID id, Review review) {
    List<EmergencyAccess> here = all.getOrDefault(school, new ArrayList<>());
    boolean waits = here.stream().anyMatch(one -> one.id().equals(id) && one.review() == null);
    if (waits) {
      here.replaceAll(one -> one.id().equals(id) ? one.reviewed(review) : one);
    }
    return waits;
  }

  @Override
  public List<EmergencyAccess> of(SchoolId school) {
    return List.copyOf(all.getOrDefault(school, List.of()));
  }
}
