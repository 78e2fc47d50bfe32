package nl.meldcode.application.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Texts per language, Dutch first: what English lacks is said in Dutch, and what Dutch lacks is our
 * defect. Immutable.
 */
public final class Texts {
  /** The message files, one per area. */
  private static final List<String> AREAS =
      List.of("fault", "refusal", "findings", "delivery", "view", "web");

  private final Map<String, String> dutch = read("nl");
  private final Map<String, String> english = read("en");

  /**
   * The text for a key, with its arguments filled in; throws IllegalStateException for an unknown
   * key.
   */
  public String say(Locale locale, String key, Object... arguments) {
    String pattern = table(locale).getOrDefault(key, dutch.get(key));
    if (pattern == null) {
      throw new IllegalStateException("no text for " + key);
    }
    return arguments.length == 0
        ? pattern.replace("''", "'")
        : new MessageFormat(pattern, locale).format(arguments);
  }

  /** Whether there is a text for this key. */
  public boolean has(String key) {
    return dutch.containsKey(key);
  }

  /** All texts whose keys begin with this, by key. */
  public Map<String, String> all(Locale locale, String prefix) {
    Map<String, String> found = new TreeMap<>();
    dutch.forEach((key, text) -> put(found, prefix, key, text));
    table(locale).forEach((key, text) -> put(found, prefix, key, text));
    return found;
  }

  private static void put(Map<String, String> found, String prefix, String key, String text) {
    if (key.startsWith(prefix)) {
      found.put(key, text);
    }
  }

  private Map<String, String> table(Locale locale) {
    return locale.getLanguage().equals("en") ? english : dutch;
  }

  private static Map<String, String> read(String language) {
    Map<String, String> all = new TreeMap<>();
    for (String area : AREAS) {
      Properties properties = new Properties();
      String name = "/texts/" + area + "_" + language + ".properties";
      try (InputStream stream = Texts.class.getResourceAsStream(name)) {
        if (stream == null) {
          continue;
        }
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        properties.load(reader);
      } catch (IOException e) {
        throw new IllegalStateException("cannot read " + name, e);
      }
      properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
    }
    return Map.copyOf(all);
  }
}
