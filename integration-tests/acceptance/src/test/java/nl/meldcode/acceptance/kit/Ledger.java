package nl.meldcode.acceptance.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What clients believe about the signals they sent for one pupil. A signal carries its key in its
 * text, so that the dossier itself tells which were recorded. Safe for use by several threads.
 */
public final class Ledger {
  /** A promise without an entry id: the client did not wait for an answer. */
  public static final String NO_ID = "";

  private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();
  private final Map<UUID, String> uncertain = new ConcurrentHashMap<>();

  /** The client takes it that this signal is recorded. */
  public void acknowledge(UUID key, String entryId) {
    uncertain.remove(key);
    acknowledged.put(key, entryId);
  }

  /** This person sent the signal and does not know what came of it. */
  public void sent(UUID key, String login) {
    uncertain.put(key, login);
  }

  /** Signals to be sent again, under their keys, by who sent them first. */
  public Map<UUID, String> uncertain() {
    return Map.copyOf(uncertain);
  }

  /** Number of signals that were acknowledged. */
  public int size() {
    return acknowledged.size();
  }

  /** Checks that everything acknowledged is in the dossier, once, as the entry that was named. */
  public void assertKept(Tab tab) {
    Map<UUID, List<String>> recorded = recorded(tab);
    acknowledged.forEach(
        (key, id) -> {
          List<String> entries = recorded.getOrDefault(key, List.of());
          if (entries.size() != 1 || !(id.equals(NO_ID) || entries.get(0).equals(id))) {
            throw new AssertionError(
                "acknowledged as " + id + " but the dossier has " + entries + " for " + key);
          }
        });
  }

  /** Checks that the dossier holds nothing but what was acknowledged. */
  public void assertNothingElse(Tab tab) {
    Map<UUID, List<String>> recorded = recorded(tab);
    if (!recorded.keySet().equals(acknowledged.keySet())) {
      throw new AssertionError(
          recorded.size() + " signals in the dossier, " + acknowledged.size() + " acknowledged");
    }
  }

  private static Map<UUID, List<String>> recorded(Tab tab) {
    Map<UUID, List<String>> recorded = new HashMap<>();
    for (JsonNode signal : tab.dossier().entries("Signal")) {
      UUID key = UUID.fromString(signal.at("/content/facts").asText());
      recorded.computeIfAbsent(key, k -> new ArrayList<>()).add(signal.path("id").asText());
    }
    return recorded;
  }
}
