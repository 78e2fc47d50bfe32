package nl.meldcode.referencehost.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import nl.meldcode.referencehost.Settings;
import nl.meldcode.referencehost.store.Events;
import nl.meldcode.referencehost.store.Events.Told;
import nl.meldcode.referencehost.store.Json;

/**
 * The feed of what happened (Host Connect 6.5). The link to the next page is there as soon as there
 * was one event: whoever keeps it goes on from there, also when nothing more has happened yet.
 */
final class EventResources {
  private static final int LIMIT = 100;
  private final Settings settings;
  private final Events events;

  EventResources(Settings settings, Events events) {
    this.settings = settings;
    this.events = events;
  }

  void addTo(Routes routes) {
    routes.get("/events", Scope.EVENT_READ, this::list);
  }

  private Reply list(Call call) {
    String cursor = call.query("cursor").orElse("0");
    if (!cursor.matches("[0-9]{1,18}")) {
      throw ApiProblem.invalid("cursor", "unknown");
    }
    int limit = RosterResources.limit(call);
    List<Told> told = events.after(Long.parseLong(cursor), Math.min(limit, LIMIT));
    Reply reply =
        Reply.items(told.stream().map(one -> Json.read(one.json(), JsonNode.class)).toList());
    if (told.isEmpty()) {
      return reply;
    }
    String next =
        settings.connectBase()
            + "/events?limit="
            + limit
            + "&cursor="
            + told.get(told.size() - 1).number();
    return reply.with("Link", "<" + next + ">; rel=\"next\"");
  }
}
