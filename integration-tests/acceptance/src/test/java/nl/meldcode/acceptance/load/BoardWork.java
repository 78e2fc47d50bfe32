package nl.meldcode.acceptance.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.meldcode.acceptance.kit.Json;
import nl.meldcode.acceptance.load.Board.Kept;
import nl.meldcode.acceptance.load.Board.Seat;
import nl.meldcode.acceptance.load.OpenLoad.Job;
import nl.meldcode.acceptance.story.Forms;

/**
 * What the staff of a board do, by chance. Of a hundred requests 40 show a pupil with a dossier, 15
 * one without, 10 what is to be done at the school, 5 a report of a talk as PDF; 15 record a
 * signal, 10 keep what is being typed, and 5 come from the host with a launch.
 */
final class BoardWork {
  private final Board board;
  private final List<Kept> reports;
  private final Random random;
  private final Map<UUID, String> recorded = new ConcurrentHashMap<>();

  BoardWork(Board board, long seed) {
    this.board = board;
    this.random = new Random(seed);
    this.reports = board.dossiers().stream().filter(one -> one.report() != null).toList();
  }

  /** The signals that were acknowledged, by the key in their text, as the entries they became. */
  Map<UUID, String> recorded() {
    return recorded;
  }

  Job next() {
    int part = random.nextInt(100);
    Kept kept = any(board.dossiers());
    Seat seat = random.nextBoolean() ? kept.teacher() : kept.carer();
    if (part < 40) {
      return new Job("overview", board.get(seat, "/dossier"), 200);
    }
    if (part < 55) {
      return new Job("without", board.get(any(board.others()), "/dossier"), 200);
    }
    if (part < 65) {
      return new Job("work-list", board.get(seat, "/work-list"), 200);
    }
    if (part < 70) {
      Kept one = any(reports);
      String path = "/entries/" + Objects.requireNonNull(one.report()) + "/document";
      return new Job("report", board.get(one.carer(), path), 200);
    }
    if (part < 85) {
      return record(seat);
    }
    if (part < 95) {
      String typed = "{\"facts\": \"Halverwege %d.\"}".formatted(random.nextInt());
      return new Job("draft", board.send(seat, "PUT", "/drafts/Signal", typed), 200);
    }
    return new Job("launch", board.launches().post(seat.person(), seat.pupil()), 303);
  }

  private Job record(Seat seat) {
    UUID key = UUID.randomUUID();
    String entry = Forms.signal(board.today(), key.toString());
    return new Job("record", board.post(seat, key, entry), 201, body -> keep(key, Json.read(body)));
  }

  private void keep(UUID key, JsonNode answer) {
    recorded.put(key, answer.path("id").asText());
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
