package nl.meldcode.referencehost.connect;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.Settings;
import nl.meldcode.referencehost.connect.ApiProblem.Fault;
import nl.meldcode.referencehost.model.Group;
import nl.meldcode.referencehost.model.Household;
import nl.meldcode.referencehost.model.Identifier;
import nl.meldcode.referencehost.model.Pupil;
import nl.meldcode.referencehost.model.Relation;
import nl.meldcode.referencehost.model.School;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.seed.DemoCalendar;
import nl.meldcode.referencehost.store.Roster;

/** Who is at the school (host-connect 6.1). All lists have the shape {@code {"items": [...]}}. */
final class RosterResources {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 500;
  private static final Duration TOMBSTONES_LAST = Duration.ofDays(90);

  /** In the order of their texts, without making these. */
  private static final Comparator<UUID> AS_TEXT =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  private final Settings settings;
  private final Roster roster;
  private final Clock clock;

  RosterResources(Settings settings, Roster roster, Clock clock) {
    this.settings = settings;
    this.roster = roster;
    this.clock = clock;
  }

  void addTo(Routes routes) {
    addKin(routes);
    routes
        .get("/schools", Scope.PUPIL_READ, call -> page(call, roster.schools(), School::id))
        .get(
            "/schools/{id}",
            Scope.PUPIL_READ,
            call -> one(call, roster.school(call.id("id")).orElseThrow(ApiProblem::notFound)))
        .get("/schools/{id}/calendar", Scope.PUPIL_READ, this::calendar)
        .get("/groups", Scope.PUPIL_READ, call -> page(call, roster.groups(), Group::id))
        .get(
            "/groups/{id}",
            Scope.PUPIL_READ,
            call -> one(call, roster.group(call.id("id")).orElseThrow(ApiProblem::notFound)))
        .get("/groups/{id}/members", Scope.PUPIL_READ, this::members)
        .get("/pupils", Scope.PUPIL_READ, call -> page(call, changed(call), Pupil::id))
        .get("/pupils/{id}", Scope.PUPIL_READ, call -> one(call, pupil(call)))
        .add("POST", "/pupils/_search", Scope.PUPIL_READ, this::search)
        .get(
            "/pupils/{id}/enrollments",
            Scope.PUPIL_READ,
            call -> Reply.items(roster.enrollments(pupil(call).id())))
        .get(
            "/pupils/{id}/relations",
            Scope.RELATION_READ,
            call -> Reply.items(roster.relations(pupil(call).id())))
        .get(
            "/persons/{id}",
            Scope.RELATION_READ,
            call -> one(call, roster.person(call.id("id")).orElseThrow(ApiProblem::notFound)))
        .get("/staff", Scope.STAFF_READ, call -> page(call, roster.staff(), Staff::id))
        .get(
            "/staff/{id}",
            Scope.STAFF_READ,
            call -> one(call, roster.staff(call.id("id")).orElseThrow(ApiProblem::notFound)));
  }

  private void addKin(Routes routes) {
    routes
        .get("/pupils/{id}/siblings", Scope.RELATION_READ, this::siblings)
        .get(
            "/pupils/{id}/households",
            Scope.RELATION_READ,
            call -> Reply.items(shown(call, roster.households(pupil(call).id()))))
        .get(
            "/households",
            Scope.RELATION_READ,
            call -> page(call, shown(call, roster.data().households()), Household::id));
  }

  private static List<Household> shown(Call call, List<Household> households) {
    boolean secretsToo = call.may(Scope.ADDRESS_SECRET);
    return households.stream().map(one -> one.shown(secretsToo)).toList();
  }

  private static Reply one(Call call, Object resource) {
    return Reply.resource(call, resource);
  }

  /** The pupil in the path; 404 for who never was here, 410 for who was and is not. */
  Pupil pupil(Call call) {
    Pupil pupil = roster.pupil(call.id("id")).orElseThrow(ApiProblem::notFound);
    if (isGone(pupil)) {
      throw new ApiProblem(ProblemType.GONE, "Deze leerling is hier verwijderd.");
    }
    return pupil;
  }

  private boolean isGone(Pupil pupil) {
    return pupil.retired()
        && pupil.lastModifiedAt().isBefore(clock.instant().minus(TOMBSTONES_LAST));
  }

  /** The pupils who changed at that moment or later; all without a moment. Tombstones too. */
  private List<Pupil> changed(Call call) {
    Instant since = call.query("modifiedSince").map(RosterResources::moment).orElse(Instant.MIN);
    return roster.pupils().stream()
        .filter(one -> !one.lastModifiedAt().isBefore(since) && !isGone(one))
        .toList();
  }

  private static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw ApiProblem.invalid("modifiedSince", "no-moment");
    }
  }

  private Reply calendar(Call call) {
    return roster
        .school(call.id("id"))
        .map(school -> Reply.items(DemoCalendar.years()))
        .orElseThrow(ApiProblem::notFound);
  }

  private Reply members(Call call) {
    Group group = roster.group(call.id("id")).orElseThrow(ApiProblem::notFound);
    return Reply.items(roster.members(group.id()));
  }

  private Reply siblings(Call call) {
    UUID pupil = pupil(call).id();
    List<Map<String, Object>> items =
        roster.siblings(pupil).stream().map(sibling -> sibling(pupil, sibling)).toList();
    return Reply.items(items);
  }

  private Map<String, Object> sibling(UUID pupil, UUID sibling) {
    List<UUID> own = guardians(pupil);
    List<UUID> shared = guardians(sibling).stream().filter(own::contains).toList();
    return Map.of("pupilId", sibling, "basis", "sharedGuardian", "sharedRelationIds", shared);
  }

  private List<UUID> guardians(UUID pupil) {
    return roster.relations(pupil).stream().filter(Relation::runs).map(Relation::personId).toList();
  }

  private Reply search(Call call) throws IOException {
    Identifier wanted = call.json(call.body(), Identifier.class);
    List<Pupil> found =
        roster.pupils().stream()
            .filter(pupil -> pupil.identifiers().contains(wanted) && !isGone(pupil))
            .toList();
    return Reply.json(200, found);
  }

  /** One page, ordered by id; {@code cursor} is the last id of the page before. */
  private <T> Reply page(Call call, Collection<T> all, Function<T, UUID> id) {
    int limit = limit(call);
    Optional<UUID> after = call.query("cursor").flatMap(Ids::parse);
    List<T> rest =
        all.stream()
            .filter(item -> after.isEmpty() || AS_TEXT.compare(id.apply(item), after.get()) > 0)
            .sorted(Comparator.comparing(id, AS_TEXT))
            .toList();
    List<T> items = rest.subList(0, Math.min(limit, rest.size()));
    Reply reply = Reply.items(items);
    if (items.size() == rest.size()) {
      return reply;
    }
    UUID last = id.apply(items.get(items.size() - 1));
    String next =
        settings.hostOrigin()
            + "/connect"
            + call.request().getPathInfo()
            + "?limit="
            + limit
            + "&cursor="
            + last;
    return reply.with("Link", "<" + next + ">; rel=\"next\"");
  }

  static int limit(Call call) {
    String text = call.query("limit").orElse(Integer.toString(DEFAULT_LIMIT));
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw ApiProblem.invalid(List.of(new Fault("limit", "1-500")));
    }
    return Math.min(Integer.parseInt(text), MAX_LIMIT);
  }
}
