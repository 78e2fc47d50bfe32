package nl.meldcode.adapter.osgi.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.meldcode.adapter.scan.Clamd;
import nl.meldcode.files.PrivateFiles;

/** The forms that values have. */
final class Forms {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Map<String, Integer> USUAL_PORTS = Map.of("https", 443, "http", 80);
  private static final Pattern PLUGIN_PATH =
      Pattern.compile("(/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*){0,8}/meldcode");

  /** Any words. */
  static final Form TEXT = value -> Optional.empty();

  static final Form PATH =
      value -> {
        try {
          return Path.of(value).isAbsolute() ? Optional.empty() : Optional.of("relative");
        } catch (InvalidPathException e) {
          return Optional.of("no-path");
        }
      };

  /** A folder, or a place where one can be made. */
  static final Form FOLDER_TO_WRITE =
      PATH.and(value -> nearest(Path.of(value), "no-folder", "not-writable"));

  static final Form FOLDER_TO_READ =
      PATH.and(test("no-folder", value -> Files.isDirectory(Path.of(value))))
          .and(test("not-readable", value -> Files.isReadable(Path.of(value))));

  /** A file that holds a secret. */
  static final Form SECRET_FILE =
      PATH.and(test("not-readable", value -> isReadableFile(Path.of(value))))
          .and(test("not-private", value -> PrivateFiles.isPrivate(Path.of(value))))
          .and(test("empty-file", value -> !isEmpty(Path.of(value))));

  static final Form ADDRESS =
      test("no-address", value -> address(value).isPresent())
          .and(test("address-extra", value -> address(value).filter(Forms::isBare).isPresent()))
          .and(test("not-https", value -> address(value).filter(Forms::isSafe).isPresent()));

  /** As browsers name an origin, which is compared letter by letter (RFC 6454, 6.2). */
  private static final Form AS_SHOWN = test("not-as-shown", value -> isAsShown(URI.create(value)));

  /** What stands before the path of ours is a proxy's, which takes it off. */
  static final Form PLUGIN_ADDRESS =
      ADDRESS
          .and(test("path-other", value -> PLUGIN_PATH.matcher(rawPath(value)).matches()))
          .and(AS_SHOWN);

  static final Form ORIGIN =
      test("no-origin", value -> value.matches("https?://[A-Za-z0-9.:\\[\\]-]+"))
          .and(test("no-origin", value -> address(value).isPresent()))
          .and(test("not-https", value -> isSafe(URI.create(value))))
          .and(AS_SHOWN);

  static final Form TIME =
      test("no-time", value -> value.matches("\\d\\d:\\d\\d")).and(Forms::time);

  static final Form SCANNER = test("no-scanner", Clamd::isAddress);

  static final Form MAIL_ADDRESS =
      test("no-mail-address", value -> value.matches("[^\\s<>@]+@[^\\s<>@]+"));

  /** What everybody may read. */
  static final Form DISCREET =
      test("says-meldcode", value -> !value.toLowerCase(Locale.ROOT).contains("meldcode"));

  static final Form PROTOCOL = test("no-protocol", value -> value.matches("[a-z0-9-]+@[0-9.]+"));

  private Forms() {}

  /** A whole number from the first to the second. */
  static Form number(int least, int most) {
    return test("no-number", value -> value.matches("-?\\d{1,30}"))
        .and(test("out-of-range", value -> value.matches("\\d{1,8}")))
        .and(
            test(
                "out-of-range",
                value -> Integer.parseInt(value) >= least && Integer.parseInt(value) <= most));
  }

  /** One of these. */
  static Form choice(String... choices) {
    return test("no-choice", List.of(choices)::contains);
  }

  private static Form test(String wrong, Predicate<String> right) {
    return value -> right.test(value) ? Optional.empty() : Optional.of(wrong);
  }

  private static Optional<String> nearest(Path path, String noFolder, String notWritable) {
    Path there = path;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      return Optional.of(noFolder);
    }
    return Files.isWritable(there) ? Optional.empty() : Optional.of(notWritable);
  }

  private static boolean isReadableFile(Path file) {
    return Files.isRegularFile(file) && Files.isReadable(file);
  }

  private static boolean isEmpty(Path file) {
    try {
      return Files.size(file) == 0;
    } catch (IOException e) {
      return true;
    }
  }

  private static Optional<String> time(String value) {
    try {
      LocalTime.parse(value);
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of("no-time");
    }
  }

  private static Optional<URI> address(String value) {
    try {
      URI uri = new URI(value);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** A user may come with a password, and a query with a token. */
  private static boolean isBare(URI uri) {
    return uri.getUserInfo() == null
        && uri.getQuery() == null
        && uri.getFragment() == null
        && !uri.getPath().endsWith("/");
  }

  private static String rawPath(String value) {
    return URI.create(value).getRawPath();
  }

  private static boolean isAsShown(URI uri) {
    return uri.getHost().equals(uri.getHost().toLowerCase(Locale.ROOT))
        && !Integer.valueOf(uri.getPort()).equals(USUAL_PORTS.get(uri.getScheme()));
  }

  /** Whether only this machine reaches it. */
  static boolean isHere(URI uri) {
    return LOOPBACK.contains(uri.getHost());
  }

  private static boolean isSafe(URI uri) {
    return "https".equals(uri.getScheme()) || isHere(uri);
  }
}
