package nl.meldcode.referencehost.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People who live together.
 *
 * @param memberIds pupils and guardians
 * @param address null when it is secret and the reader may not know it
 */
public record Household(
    UUID id,
    List<UUID> memberIds,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Address address,
    boolean secret,
    HouseholdBasis basis,
    LocalDate since,
    String status,
    Instant lastModifiedAt) {

  /** Where they live. */
  public record Address(String street, String houseNumber, String postalCode, String city) {
    @Override
    public String toString() {
      return "Address";
    }
  }

  /** The same for who may not know a secret address. */
  public Household shown(boolean secretsToo) {
    return secret && !secretsToo
        ? new Household(id, memberIds, null, true, basis, since, status, lastModifiedAt)
        : this;
  }

  /** The same with other people in it. */
  public Household with(List<UUID> members, Instant at) {
    return new Household(id, members, address, secret, basis, since, status, at);
  }

  @Override
  public String toString() {
    return "Household[" + id + "]";
  }
}
