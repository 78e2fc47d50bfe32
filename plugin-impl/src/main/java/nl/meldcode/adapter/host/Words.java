package nl.meldcode.adapter.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.AcknowledgementStatus;
import nl.meldcode.domain.entry.Observation;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Relation;
import org.jspecify.annotations.Nullable;

/** What the words of Host Connect mean here. A word that is not known never gives a right. */
final class Words {
  /** The visibility of what parents find in their portal. */
  static final String PORTAL = "parentPortal";

  private Words() {}

  /** The role; empty for {@code other} and words unknown. */
  static Optional<Role> role(String word) {
    return switch (word) {
      case "teacher" -> Optional.of(Role.LK);
      case "behaviourSpecialist" -> Optional.of(Role.GS);
      case "careCoordinator" -> Optional.of(Role.IB);
      case "safeguardingOfficer" -> Optional.of(Role.AF);
      case "head" -> Optional.of(Role.DIR);
      case "applicationManager" -> Optional.of(Role.ADM);
      case "boardOfficer" -> Optional.of(Role.BOARD);
      case "dataProtectionOfficer" -> Optional.of(Role.FG);
      default -> Optional.empty();
    };
  }

  /** What the host says that it has (Host Connect 6.1); what it does not name is off. */
  static HostCapabilities capabilities(JsonNode said) {
    if (!said.isObject()) {
      throw new HostUnavailable("not the shape of capabilities");
    }
    return new HostCapabilities(
        Arrays.stream(Capability.values())
            .filter(one -> has(said, one))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static boolean has(JsonNode said, Capability capability) {
    return switch (capability) {
      case SECRECY -> true;
      case PARENT_PORTAL ->
          said.path(word(capability)).valueStream().anyMatch(one -> PORTAL.equals(one.asText()));
      default -> said.path(word(capability)).asBoolean();
    };
  }

  /** Relations come with the guardians; secrecy is part of each pupil. */
  private static String word(Capability capability) {
    return switch (capability) {
      case EVENTS -> "events";
      case DOCUMENTS -> "documents";
      case ACKNOWLEDGEMENTS -> "acknowledgements";
      case PARENT_PORTAL -> "visibilityLevels";
      case IDEMPOTENCY -> "idempotency";
      case OPTIMISTIC_LOCKING -> "optimisticLocking";
      case GUARDIANS, RELATION_KINDS -> "guardians";
      case PARENTAL_AUTHORITY -> "parentalAuthority";
      case HOUSEHOLDS -> "households";
      case SECRECY -> "secrecy";
      case MERGE -> "merge";
      case CALENDAR -> "calendar";
      case OBSERVATIONS -> "observations";
    };
  }

  static Observation.Sort sort(String word) {
    return switch (word) {
      case "note" -> Observation.Sort.NOTE;
      case "absence" -> Observation.Sort.ABSENCE;
      case "instrumentResult" -> Observation.Sort.INSTRUMENT_RESULT;
      default -> Observation.Sort.OTHER;
    };
  }

  static Relation relation(@Nullable String word) {
    return switch (word == null ? "" : word) {
      case "mother" -> Relation.MOTHER;
      case "father" -> Relation.FATHER;
      case "guardian" -> Relation.GUARDIAN;
      case "fosterParent" -> Relation.FOSTER_PARENT;
      case "familyGuardian" -> Relation.FAMILY_GUARDIAN;
      default -> Relation.OTHER;
    };
  }

  static Authority authority(@Nullable String word) {
    return switch (word == null ? "" : word) {
      case "yes" -> Authority.YES;
      case "no" -> Authority.NO;
      default -> Authority.UNKNOWN;
    };
  }

  static String kind(AcknowledgementStatus status) {
    return switch (status) {
      case GEZIEN -> "seen";
      case ONDERTEKEND -> "signed";
      case GEWEIGERD -> "refused";
      case NIET_BEREIKT -> "notReached";
    };
  }

  /** Null when there was no act on screen or paper to speak of. */
  static @Nullable String method(String method) {
    return switch (method) {
      case "ON_SCREEN" -> "onScreen";
      case "PAPER" -> "paper";
      default -> null;
    };
  }
}
