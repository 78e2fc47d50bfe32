package nl.meldcode.domain.school;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lists that a school fills in itself.
 *
 * @param signals signals to go through with a concern about home, in order; never a score (S1.9)
 * @param partners whom the school can call (S4.9)
 */
public record SchoolLists(
    @Size(max = 200) List<@NotBlank @Size(max = 1000) String> signals,
    @Size(max = 100) List<@Valid @NotNull Partner> partners) {
  public SchoolLists {
    signals = signals == null ? List.of() : List.copyOf(signals);
    partners = partners == null ? List.of() : List.copyOf(partners);
  }

  /** Names of the lists that hold something, as protocols call them. */
  public Set<String> filled() {
    return Stream.of(
            signals.isEmpty() ? "" : "signalChecklist", partners.isEmpty() ? "" : "partners")
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Somebody outside the school.
   *
   * @param person whom to ask for; null where that does not matter
   * @param phone digits with spaces, plus or hyphen between them, such as {@code 0800-2000}
   * @param crisisTeam whether this is whom to call when there is no time
   */
  public record Partner(
      @NotBlank @Size(max = 200) String organisation,
      @Nullable @Size(max = 200) String person,
      @NotBlank @Pattern(regexp = "\\+?[0-9][0-9 -]{1,30}") String phone,
      boolean crisisTeam) {
    @Override
    public String toString() {
      return "Partner";
    }
  }

  @Override
  public String toString() {
    return "SchoolLists[" + signals.size() + ", " + partners.size() + "]";
  }
}
