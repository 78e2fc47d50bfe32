package nl.meldcode.adapter.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an answer may come compressed (RFC 9110, 12.5.3). */
public final class Gzip {
  private Gzip() {}

  /** Whether who asked with this header takes it; null without one. */
  public static boolean isTaken(@Nullable String acceptEncoding) {
    return acceptEncoding != null && List.of(acceptEncoding.split("\\s*,\\s*")).contains("gzip");
  }
}
