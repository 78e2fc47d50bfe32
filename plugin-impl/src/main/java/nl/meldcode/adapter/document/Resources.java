package nl.meldcode.adapter.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Files that are shipped with this adapter: style sheet and fonts. */
final class Resources {
  private Resources() {}

  static byte[] bytes(String path) {
    try (InputStream in = open(path)) {
      if (in == null) {
        throw new IllegalStateException("not shipped: " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    return new String(bytes("/document/" + name), StandardCharsets.UTF_8);
  }

  private static @Nullable InputStream open(String path) {
    return Resources.class.getResourceAsStream(path);
  }
}
