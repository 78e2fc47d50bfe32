package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * From here on an open dossier is judged by another protocol. What was recorded stays; what the
 * other protocol asks on top of it becomes missing.
 *
 * @param to the other protocol, as key@version
 */
public record ProtocolMigrated(
    @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}@[0-9.]{1,20}") String to,
    @NotBlank @Size(max = Text.LONG) String reason)
    implements Entry {
  @Override
  public String toString() {
    return "ProtocolMigrated";
  }
}
