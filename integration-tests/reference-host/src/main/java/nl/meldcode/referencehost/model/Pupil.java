package nl.meldcode.referencehost.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pupil; the id stays the same for as long as the tenant knows the child. */
public record Pupil(
    UUID id,
    String status,
    @Nullable UUID replacedById,
    List<Identifier> identifiers,
    String givenName,
    String preferredFirstName,
    @Nullable String familyNamePrefix,
    String familyName,
    LocalDate birthDate,
    boolean birthUncertain,
    String gender,
    Secrecy secrecy,
    Instant lastModifiedAt) {

  /** The same with another status, and who is in its place after a merge. */
  public Pupil with(String changed, @Nullable UUID by, Instant at) {
    return new Pupil(
        id,
        changed,
        by,
        identifiers,
        givenName,
        preferredFirstName,
        familyNamePrefix,
        familyName,
        birthDate,
        birthUncertain,
        gender,
        secrecy,
        at);
  }

  /** The same with a date of birth that was put right. */
  public Pupil born(LocalDate day, Instant at) {
    return new Pupil(
        id,
        status,
        replacedById,
        identifiers,
        givenName,
        preferredFirstName,
        familyNamePrefix,
        familyName,
        day,
        false,
        gender,
        secrecy,
        at);
  }

  /** Whether it only says that the pupil is no longer here under this id. */
  public boolean retired() {
    return status.equals("merged") || status.equals("toBeDeleted");
  }

  /** The name on the screen. */
  public String fullName() {
    return Names.full(preferredFirstName, familyNamePrefix, familyName);
  }

  /** The age in whole years on this day. */
  public int ageOn(LocalDate day) {
    return Period.between(birthDate, day).getYears();
  }

  /** The number within this administration. */
  public String number() {
    return identifiers.stream()
        .filter(identifier -> identifier.system().equals("leerlingnummer"))
        .map(Identifier::value)
        .findFirst()
        .orElse("");
  }

  @Override
  public String toString() {
    return "Pupil[" + id + "]";
  }
}
