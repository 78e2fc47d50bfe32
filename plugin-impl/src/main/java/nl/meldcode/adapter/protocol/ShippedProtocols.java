package nl.meldcode.adapter.protocol;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Protocols;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The protocols inside the bundle and those of a board, all read at start. Safe for use by several
 * threads.
 */
public final class ShippedProtocols implements Protocols {
  /** All that were ever published; none is ever taken away or changed. */
  public static final List<String> PUBLISHED = List.of("scope-2013@1.0.0", "onderwijs-2019@1.0.0");

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
    this(chosen, otherwise, null);
  }

  /**
   * Reads those of a board, too.
   *
   * @param own folder of the board's own protocols; null when it has none
   * @throws UnreadableProtocol when one of them cannot be read
   * @throws IllegalArgumentException when a choice names none of them
   */
  public ShippedProtocols(
      Map<SchoolId, ProtocolId> chosen, ProtocolId otherwise, @Nullable Path own) {
    PUBLISHED.forEach(id -> load("/protocols/", ProtocolId.of(id), Resource::bytes));
    if (own != null) {
      OwnProtocols theirs = new OwnProtocols(own);
      theirs.ids().forEach(id -> loadOwn(id, theirs));
    }
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
  public List<ProtocolId> all() {
    return protocols.keySet().stream().sorted(Comparator.comparing(ProtocolId::toString)).toList();
  }

  @Override
  public ProtocolId chosenBy(SchoolId school) {
    return chosen.getOrDefault(school, otherwise);
  }

  @Override
  public Map<String, String> texts(ProtocolId id, Locale language) {
    return known((language.getLanguage().equals(ENGLISH) ? english : dutch).get(id), id);
  }

  /** What was published is never replaced, by nobody. */
  private void loadOwn(ProtocolId id, OwnProtocols theirs) {
    if (protocols.containsKey(id)) {
      throw new UnreadableProtocol(id.toString(), "", "is shipped with the plugin already");
    }
    load("", id, theirs::bytes);
  }

  private void load(String root, ProtocolId id, Function<String, byte[]> bytes) {
    String folder = root + id.key() + "/" + id.version() + "/";
    Map<String, String> inDutch = texts(folder, DUTCH, bytes);
    Map<String, String> inEnglish = new HashMap<>(inDutch);
    inEnglish.putAll(texts(folder, ENGLISH, bytes));
    String file = folder + "protocol.json";
    Protocol protocol = ProtocolFile.read(file, bytes.apply(file), inDutch);
    if (!protocol.id().equals(id)) {
      throw new UnreadableProtocol(file, "", "not " + id);
    }
    protocols.put(id, protocol);
    dutch.put(id, Map.copyOf(inDutch));
    english.put(id, Map.copyOf(inEnglish));
  }

  /** What all protocols say alike, and over it what this one says. */
  private static Map<String, String> texts(
      String folder, String language, Function<String, byte[]> bytes) {
    Map<String, String> texts = Resource.texts("/texts/findings_" + language + ".properties");
    String own = folder + language + ".properties";
    texts.putAll(Resource.texts(own, bytes.apply(own)));
    return texts;
  }

  private static <T> T known(@Nullable T value, ProtocolId id) {
    if (value == null) {
      throw new IllegalArgumentException("no protocol " + id);
    }
    return value;
  }
}
