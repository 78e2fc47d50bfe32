package nl.meldcode.referencehost.connect;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldcode.referencehost.model.Note;
import nl.meldcode.referencehost.store.Roster;

/** What was noted about a pupil, for who may see it here too; the text of it stays here. */
final class ObservationResources {
  private static final int MOST = 100;
  private final RosterResources who;
  private final Roster roster;
  private final Actors actors;

  ObservationResources(RosterResources who, Roster roster) {
    this.who = who;
    this.roster = roster;
    this.actors = new Actors(roster);
  }

  void addTo(Routes routes) {
    routes.get("/pupils/{id}/observations", Scope.OBSERVATION_READ, this::list);
  }

  private Reply list(Call call) {
    UUID pupil = who.pupil(call).id();
    actors.actor(call, pupil);
    List<Map<String, Object>> items =
        roster.notes(pupil).stream().limit(MOST).map(ObservationResources::shown).toList();
    return Reply.items(items);
  }

  private static Map<String, Object> shown(Note note) {
    return Map.of(
        "id", note.id(),
        "pupilId", note.pupilId(),
        "kind", note.sort(),
        "observedDate", note.writtenOn(),
        "title", note.title());
  }
}
