package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;

/**
 * The sheet of paper that came back, as photo or PDF: a file that was sent before the entry.
 *
 * @param sha256 of the bytes that were kept of it
 */
public record SignedSheet(
    @NotNull UUID file, @NotBlank @Pattern(regexp = "[0-9a-f]{64}") String sha256) {
  @Override
  public String toString() {
    return "SignedSheet[" + file + "]";
  }
}
