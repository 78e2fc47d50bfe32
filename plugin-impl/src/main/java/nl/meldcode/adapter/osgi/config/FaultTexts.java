package nl.meldcode.adapter.osgi.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** Says what is wrong, from the texts that Metatype shows, too. Immutable. */
public final class FaultTexts {
  private final Properties texts = new Properties();

  /** In Dutch, unless it is English. */
  public FaultTexts(Locale locale) {
    String language = locale.getLanguage().equals("en") ? "en" : "nl";
    String name = "/OSGI-INF/l10n/configuration_" + language + ".properties";
    try (InputStream in = FaultTexts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no texts " + name);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }

  /** One line for one fault: where, what stands there, what is wrong, what is allowed. */
  public String say(Fault fault) {
    StringBuilder line = new StringBuilder(fault.pid()).append(": ").append(fault.key());
    String value = fault.value();
    if (value != null) {
      line.append(text("fault.given").replace("{0}", value));
    }
    line.append(": ").append(text("wrong." + fault.wrong())).append('.');
    if (!fault.wrong().equals("unknown")) {
      allowed(fault, line);
    }
    return line.toString();
  }

  private void allowed(Fault fault, StringBuilder line) {
    String key = schema(fault.pid()).pid() + "." + fault.key() + ".allowed";
    line.append(' ').append(text("fault.allowed").replace("{0}", text(key)));
    String standard = fault.standard();
    if (standard == null) {
      line.append(' ').append(text("fault.needed"));
    } else if (!standard.isEmpty()) {
      line.append(' ').append(text("fault.standard").replace("{0}", standard));
    }
  }

  /** Of a factory the framework's own name goes on after the one that is agreed. */
  private static Schema schema(String pid) {
    Schema found = Schema.PLUGIN;
    for (Schema each : Schema.values()) {
      if (pid.startsWith(each.pid()) && each.pid().length() >= found.pid().length()) {
        found = each;
      }
    }
    return found;
  }

  private String text(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no text for " + key);
    }
    return text;
  }
}
