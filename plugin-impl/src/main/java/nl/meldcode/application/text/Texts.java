package nl.meldcode.application.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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
  /** The message files that the plugin itself speaks from, one per area. */
  private static final List<String> AREAS =
      List.of("fault", "refusal", "findings", "delivery", "view", "capability", "health");

  private static final String PAGES = "web";

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

  /** The texts of the pages, which the pages fetch as one piece. */
  public Map<String, String> ofPages(Locale locale) {
    Map<String, String> all = new TreeMap<>(area(PAGES, "nl"));
    all.putAll(area(PAGES, locale.getLanguage()));
    return all;
  }

  private Map<String, String> table(Locale locale) {
    return locale.getLanguage().equals("en") ? english : dutch;
  }

  private static Map<String, String> read(String language) {
    Map<String, String> all = new TreeMap<>();
    AREAS.forEach(area -> all.putAll(area(area, language)));
    return Map.copyOf(all);
  }

  private static Map<String, String> area(String area, String language) {
    Properties properties = new Properties();
    String name = "/texts/" + area + "_" + language + ".properties";
    try (InputStream stream = Texts.class.getResourceAsStream(name)) {
      if (stream != null) {
        properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
    Map<String, String> all = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
    return all;
  }
}
