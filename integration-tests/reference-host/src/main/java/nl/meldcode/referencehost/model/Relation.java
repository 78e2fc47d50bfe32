package nl.meldcode.referencehost.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person is to a pupil, and what that person may know. */
public record Relation(
    UUID pupilId,
    UUID personId,
    RelationKind kind,
    boolean legalRepresentative,
    Authority parentalAuthority,
    String contactAllowed,
    boolean primaryContact,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil) {

  /** Whether it was not ended. */
  public boolean runs() {
    return validUntil == null;
  }
}
