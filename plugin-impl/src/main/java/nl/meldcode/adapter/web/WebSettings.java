package nl.meldcode.adapter.web;

import java.net.URI;
import java.util.List;

/**
 * Where the plugin stands and who may frame it.
 *
 * @param publicUri as browsers and hosts reach it, such as {@code https://plugin.example/meldcode};
 *     a proxy may put a path of its own before ours
 * @param frameOrigins origins of the host, from its activation (R1)
 * @param version of the plugin
 */
public record WebSettings(URI publicUri, List<String> frameOrigins, String version) {
  /**
   * Origins are checked here, for they become part of a header.
   *
   * @throws IllegalArgumentException when one of them is no origin
   */
  public WebSettings {
    frameOrigins = List.copyOf(frameOrigins);
    for (String origin : frameOrigins) {
      if (!origin.matches("https?://[A-Za-z0-9.:\\[\\]-]+")) {
        throw new IllegalArgumentException("not an origin: " + origin);
      }
    }
  }

  /** The path before all others as browsers see it, such as {@code /meldcode}. */
  String base() {
    return publicUri.getPath();
  }

  /** A path below the base. */
  String path(String below) {
    return base() + below;
  }
}
