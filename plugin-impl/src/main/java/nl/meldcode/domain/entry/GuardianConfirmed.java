package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.meldcode.api.PersonId;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Relation;

/**
 * IB or head confirms who has authority, where the host does not know (CR3). A guardian the host
 * has not heard of gets an id from the client.
 */
public record GuardianConfirmed(
    @NotNull PersonId guardian,
    @NotBlank @Size(max = Text.SHORT) String name,
    @NotNull Relation relation,
    @NotNull Authority authority,
    @NotBlank @Size(max = Text.LONG) String basis)
    implements Entry {
  @Override
  public String toString() {
    return "GuardianConfirmed";
  }
}
