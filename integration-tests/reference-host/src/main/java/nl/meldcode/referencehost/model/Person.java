package nl.meldcode.referencehost.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A guardian or other relative. */
public record Person(
    UUID id,
    String givenName,
    @Nullable String familyNamePrefix,
    String familyName,
    List<String> phones,
    List<String> emails,
    boolean deceased,
    Secrecy secrecy,
    String status,
    Instant lastModifiedAt) {

  /** The name on the screen. */
  public String fullName() {
    return Names.full(givenName, familyNamePrefix, familyName);
  }

  @Override
  public String toString() {
    return "Person[" + id + "]";
  }
}
