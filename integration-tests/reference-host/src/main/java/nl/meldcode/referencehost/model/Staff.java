package nl.meldcode.referencehost.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff; {@code personId} is there when the same person is a guardian at the school.
 */
public record Staff(
    UUID id,
    @Nullable UUID personId,
    List<Identifier> identifiers,
    String givenName,
    @Nullable String familyNamePrefix,
    String familyName,
    String email,
    List<StaffRole> roles,
    boolean active,
    String status,
    Instant lastModifiedAt) {

  /** The same after leaving. */
  public Staff gone(Instant at) {
    return new Staff(
        id,
        personId,
        identifiers,
        givenName,
        familyNamePrefix,
        familyName,
        email,
        roles,
        false,
        "left",
        at);
  }

  /** The name on the screen. */
  public String fullName() {
    return Names.full(givenName, familyNamePrefix, familyName);
  }

  /** Whether this person has the role, at whichever group. */
  public boolean has(HostRole role) {
    return roles.stream().anyMatch(held -> held.role() == role);
  }

  /** Whether this person teaches the group. */
  public boolean teaches(UUID groupId) {
    return roles.stream().anyMatch(held -> groupId.equals(held.groupId()));
  }

  @Override
  public String toString() {
    return "Staff[" + id + "]";
  }
}
