package nl.meldcode.adapter.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Files that are shipped inside the bundle. */
final class Resource {
  private Resource() {}

  static byte[] bytes(String path) {
    try (InputStream in = Resource.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new UnreadableProtocol(path, "", "not there");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UnreadableProtocol(path, "", "cannot be read");
    }
  }

  static Map<String, String> texts(String path) {
    return texts(path, bytes(path));
  }

  static Map<String, String> texts(String path, byte[] content) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableProtocol(path, "", "cannot be read");
    }
    Map<String, String> texts = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }
}
