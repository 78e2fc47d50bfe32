package nl.meldcode.referencehost.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.model.Authority;
import nl.meldcode.referencehost.model.EventType;
import nl.meldcode.referencehost.model.Household;
import nl.meldcode.referencehost.model.Relation;
import nl.meldcode.referencehost.model.RelationKind;
import nl.meldcode.referencehost.model.RosterData;
import nl.meldcode.referencehost.store.Events;
import nl.meldcode.referencehost.store.Roster;
import nl.meldcode.referencehost.store.RosterStore;
import org.jspecify.annotations.Nullable;

/**
 * Changes that an administration makes, for demonstrations and tests: each is stored together with
 * the event that tells of it.
 */
final class RosterChanges {
  private final Roster roster;
  private final RosterStore store;
  private final Events events;
  private final Clock clock;

  RosterChanges(Roster roster, RosterStore store, Events events, Clock clock) {
    this.roster = roster;
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  /** Does what the body asks; what it does not know is a fault. */
  Reply make(JsonNode body) {
    switch (body.path("change").asText()) {
      case "authority" -> authority(body);
      case "born" -> born(body);
      case "guardianAdded" -> guardianAdded(body);
      case "guardianEnded" -> guardianEnded(body);
      case "household" -> household(body);
      case "groupMove" -> groupMove(body);
      case "left" -> left(body);
      case "removed" -> removed(body);
      case "merged" -> merged(body);
      case "split" -> split(body);
      case "staffLeft" -> staffLeft(body);
      case "bulk" ->
          tell(data -> data, EventType.BULKWIJZIGING, school(), Map.of("schoolId", school()));
      case "schoolMerged" -> schoolMerged(body);
      default -> throw ApiProblem.invalid("/change", "unknown");
    }
    return Reply.empty(204);
  }

  private void authority(JsonNode body) {
    UUID pupil = id(body, "pupilId");
    UUID person = id(body, "personId");
    Authority authority =
        Authority.valueOf(body.path("parentalAuthority").asText().toUpperCase(Locale.ROOT));
    relations(
        EventType.GEZAG_GEWIJZIGD,
        pupil,
        one ->
            one.personId().equals(person)
                ? new Relation(
                    one.pupilId(),
                    one.personId(),
                    one.kind(),
                    authority == Authority.YES,
                    authority,
                    one.contactAllowed(),
                    one.primaryContact(),
                    one.validFrom(),
                    one.validUntil())
                : one);
  }

  private void guardianEnded(JsonNode body) {
    UUID pupil = id(body, "pupilId");
    UUID person = id(body, "personId");
    LocalDate yesterday = LocalDate.now(clock).minusDays(1);
    relations(
        EventType.RELATIE_GEWIJZIGD,
        pupil,
        one ->
            one.personId().equals(person)
                ? new Relation(
                    one.pupilId(),
                    one.personId(),
                    one.kind(),
                    one.legalRepresentative(),
                    one.parentalAuthority(),
                    one.contactAllowed(),
                    one.primaryContact(),
                    one.validFrom(),
                    yesterday)
                : one);
  }

  private void relations(EventType type, UUID pupil, UnaryOperator<Relation> change) {
    tell(
        data ->
            data.withRelations(
                data.relations().stream()
                    .map(one -> one.pupilId().equals(pupil) ? change.apply(one) : one)
                    .toList()),
        type,
        pupil,
        Map.of("changed", List.of("relations"), "schoolId", school()));
  }

  private void guardianAdded(JsonNode body) {
    UUID pupil = id(body, "pupilId");
    UUID person = id(body, "personId");
    Relation added =
        new Relation(
            pupil,
            person,
            RelationKind.GUARDIAN,
            true,
            Authority.YES,
            "yes",
            false,
            LocalDate.now(clock),
            null);
    tell(
        data -> {
          List<Relation> all = new ArrayList<>(data.relations());
          all.add(added);
          return data.withRelations(all);
        },
        EventType.RELATIE_GEWIJZIGD,
        pupil,
        Map.of("changed", List.of("relations"), "schoolId", school()));
  }

  private void household(JsonNode body) {
    UUID household = id(body, "householdId");
    List<UUID> members = new ArrayList<>();
    body.path("memberIds").forEach(one -> Ids.parse(one.asText()).ifPresent(members::add));
    tell(
        data ->
            data.withHouseholds(
                data.households().stream()
                    .map(one -> one.id().equals(household) ? changed(one, members) : one)
                    .toList()),
        EventType.HUISHOUDEN_GEWIJZIGD,
        household,
        Map.of("householdId", household, "schoolId", school()));
  }

  private Household changed(Household one, List<UUID> members) {
    return one.with(members, clock.instant());
  }

  private void groupMove(JsonNode body) {
    UUID pupil = id(body, "pupilId");
    UUID group = id(body, "groupId");
    tell(
        data -> Enrollments.moved(data, pupil, group, LocalDate.now(clock)),
        EventType.LEERLING_VERPLAATST,
        pupil,
        Map.of("toGroupId", group, "schoolId", school()));
  }

  private void born(JsonNode body) {
    UUID pupil = id(body, "pupilId");
    LocalDate day = LocalDate.parse(body.path("birthDate").asText());
    tell(
        data ->
            data.withPupils(
                data.pupils().stream()
                    .map(one -> one.id().equals(pupil) ? one.born(day, clock.instant()) : one)
                    .toList()),
        EventType.LEERLING_GEWIJZIGD,
        pupil,
        Map.of("changed", List.of("birthDate"), "schoolId", school()));
  }

  private void left(JsonNode body) {
    UUID pupil = id(body, "pupilId");
    LocalDate today = LocalDate.now(clock);
    tell(
        data -> Enrollments.ended(status(data, pupil, "left", null), pupil, today.minusDays(1)),
        EventType.LEERLING_UITGESCHREVEN,
        pupil,
        Map.of("schoolId", school()));
  }

  private void removed(JsonNode body) {
    UUID pupil = id(body, "pupilId");
    tell(
        data -> status(data, pupil, "toBeDeleted", null),
        EventType.LEERLING_GEWIJZIGD,
        pupil,
        Map.of("changed", List.of("status"), "schoolId", school()));
  }

  private void merged(JsonNode body) {
    UUID pupil = id(body, "pupilId");
    UUID survivor = id(body, "survivorId");
    tell(
        data -> status(data, pupil, "merged", survivor),
        EventType.LEERLING_SAMENGEVOEGD,
        survivor,
        Map.of("survivorId", survivor, "retiredIds", List.of(pupil)));
  }

  private void split(JsonNode body) {
    UUID pupil = id(body, "pupilId");
    tell(
        data -> status(data, pupil, "active", null),
        EventType.LEERLING_GESPLITST,
        pupil,
        Map.of("retiredIds", List.of(pupil)));
  }

  private void schoolMerged(JsonNode body) {
    UUID into = id(body, "intoId");
    String name = body.path("name").asText();
    tell(
        data -> SchoolMerger.merged(data, school(), into, name, clock.instant()),
        EventType.SCHOOL_SAMENGEVOEGD,
        into,
        Map.of("schoolId", into));
  }

  private UUID school() {
    return roster.current().id();
  }

  private RosterData status(RosterData data, UUID pupil, String status, @Nullable UUID by) {
    return data.withPupils(
        data.pupils().stream()
            .map(one -> one.id().equals(pupil) ? one.with(status, by, clock.instant()) : one)
            .toList());
  }

  private void staffLeft(JsonNode body) {
    UUID staff = id(body, "staffId");
    tell(
        data ->
            data.withStaff(
                data.staff().stream()
                    .map(one -> one.id().equals(staff) ? one.gone(clock.instant()) : one)
                    .toList()),
        EventType.MEDEWERKER_UITDIENST,
        staff,
        Map.of("staffId", staff));
  }

  private void tell(
      UnaryOperator<RosterData> change, EventType type, UUID subject, Map<String, ?> about) {
    store.change(roster, change, () -> events.tell(type, subject, about));
  }

  private static UUID id(JsonNode body, String name) {
    return Ids.parse(body.path(name).asText())
        .orElseThrow(() -> ApiProblem.invalid("/" + name, "required"));
  }
}
