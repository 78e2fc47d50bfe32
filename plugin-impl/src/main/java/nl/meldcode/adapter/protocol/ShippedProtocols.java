package nl.meldcode.adapter.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Protocols;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/** The protocols inside the bundle, all read at start. Safe for use by several threads. */
public final class ShippedProtocols implements Protocols {
  /** All that were ever published; none is ever taken away or changed. */
  static final List<String> PUBLISHED = List.of("scope-2013@1.0.0", "onderwijs-2019@1.0.0");

  private static final String DUTCH = "nl";
  private static final String ENGLISH = "en";

  private final Map<ProtocolId, Protocol> protocols = new HashMap<>();
  private final Map<ProtocolId, Map<String, String>> dutch = new HashMap<>();
  private final Map<ProtocolId, Map<String, String>> english = new HashMap<>();
  private final Map<SchoolId, ProtocolId> chosen;
  private final ProtocolId otherwise;

  /**
   * Reads all protocols.
   *
   * @param otherwise for schools that are not in {@code chosen}
   * @throws UnreadableProtocol when one of them cannot be read
   * @throws IllegalArgumentException when a choice names none of them
   */
  public ShippedProtocols(Map<SchoolId, ProtocolId> chosen, ProtocolId otherwise) {
    PUBLISHED.forEach(id -> load(ProtocolId.of(id)));
    this.chosen = Map.copyOf(chosen);
    this.otherwise = otherwise;
    byId(otherwise);
    this.chosen.values().forEach(this::byId);
  }

  @Override
  public Protocol byId(ProtocolId id) {
    return known(protocols.get(id), id);
  }

  @Override
  public ProtocolId chosenBy(SchoolId school) {
    return chosen.getOrDefault(school, otherwise);
  }

  @Override
  public Map<String, String> texts(ProtocolId id, Locale language) {
    return known((language.getLanguage().equals(ENGLISH) ? english : dutch).get(id), id);
  }

  private void load(ProtocolId id) {
    String folder = "/protocols/" + id.key() + "/" + id.version() + "/";
    Map<String, String> inDutch = texts(folder, DUTCH);
    Map<String, String> inEnglish = new HashMap<>(inDutch);
    inEnglish.putAll(texts(folder, ENGLISH));
    String file = folder + "protocol.json";
    Protocol protocol = ProtocolFile.read(file, Resource.bytes(file), inDutch);
    if (!protocol.id().equals(id)) {
      throw new UnreadableProtocol(file, "", "not " + id);
    }
    protocols.put(id, protocol);
    dutch.put(id, Map.copyOf(inDutch));
    english.put(id, Map.copyOf(inEnglish));
  }

  /** What all protocols say alike, and over it what this one says. */
  private static Map<String, String> texts(String folder, String language) {
    Map<String, String> texts = Resource.texts("/texts/findings_" + language + ".properties");
    texts.putAll(Resource.texts(folder + language + ".properties"));
    return texts;
  }

  private static <T> T known(@Nullable T value, ProtocolId id) {
    if (value == null) {
      throw new IllegalArgumentException("no protocol " + id);
    }
    return value;
  }
}
