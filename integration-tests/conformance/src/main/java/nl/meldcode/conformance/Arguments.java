package nl.meldcode.conformance;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was asked on the command line. */
record Arguments(
    URI host,
    String client,
    Path key,
    String tokenUri,
    Host.Options options,
    Optional<Integer> launchPort,
    Report format,
    Optional<Path> out,
    Words words) {

  private static final String WRITES = "--i-know-this-writes";
  private static final int MOST_PORT = 65_535;
  private static final List<String> NEEDED = List.of("--host", "--client", "--key");
  private static final List<String> OTHERS =
      List.of("--token-uri", "--pupil", "--staff", "--launch-port", "--format", "--out", "--lang");

  /** What is wrong with the command line, as a sentence for whoever typed it. */
  static final class Misused extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean asked;

    Misused(String sentence) {
      this(sentence, false);
    }

    private Misused(String sentence, boolean asked) {
      super(sentence);
      this.asked = asked;
    }

    /** Whether somebody asked how it is used. */
    boolean asked() {
      return asked;
    }
  }

  static Arguments of(String... arguments) throws Misused {
    Map<String, String> given = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    Iterator<String> words = Arrays.asList(arguments).iterator();
    while (words.hasNext()) {
      String name = words.next();
      if (name.equals(WRITES)) {
        given.put(name, "");
      } else if ((NEEDED.contains(name) || OTHERS.contains(name)) && words.hasNext()) {
        given.put(name, words.next());
      } else {
        wrong.add(name);
      }
    }
    String language = given.getOrDefault("--lang", "nl");
    Words say = Words.in(language.equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("nl"));
    if (wrong.contains("--help") || wrong.contains("-h")) {
      throw new Misused(say.say("usage"), true);
    }
    if (!List.of("nl", "en").contains(language)) {
      wrong.add("--lang " + language);
    }
    refuse(say, "bad-option", wrong);
    refuse(
        say, "missing-option", NEEDED.stream().filter(name -> !given.containsKey(name)).toList());
    return of(given, say);
  }

  private static Arguments of(Map<String, String> given, Words words) throws Misused {
    String host = given.getOrDefault("--host", "").replaceAll("/+$", "");
    String format = given.getOrDefault("--format", "text");
    if (!List.of("text", "json", "junit").contains(format)) {
      refuse(words, "bad-option", List.of("--format " + format));
    }
    String port = given.get("--launch-port");
    if (port != null && !port.matches("[0-9]{1,5}")) {
      refuse(words, "bad-option", List.of("--launch-port " + port));
    }
    Optional<Path> out = Optional.ofNullable(given.get("--out")).map(Path::of);
    if (out.isPresent() && !canWrite(out.get())) {
      throw new Misused(words.say("no-folder", out.get()));
    }
    URI base = address(words, "--host", host);
    String tokens = given.getOrDefault("--token-uri", base.resolve("oauth/token").toString());
    return new Arguments(
        base,
        given.getOrDefault("--client", ""),
        Path.of(given.getOrDefault("--key", "")),
        address(words, "--token-uri", tokens).toString(),
        new Host.Options(
            Optional.ofNullable(given.get("--pupil")),
            Optional.ofNullable(given.get("--staff")),
            given.containsKey(WRITES),
            Optional.empty()),
        Optional.ofNullable(port).map(Integer::valueOf),
        Report.valueOf(format.toUpperCase(Locale.ROOT)),
        out,
        words);
  }

  private static URI address(Words words, String option, String text) throws Misused {
    try {
      URI address = new URI(text);
      boolean port = address.getPort() <= MOST_PORT;
      if (text.matches("https?://[^\\s?#]+") && address.getHost() != null && port) {
        return address;
      }
    } catch (URISyntaxException e) {
      // said below, together with all else that is no address
    }
    throw new Misused(words.say("bad-option", option + " " + text) + "\n" + words.say("usage"));
  }

  /** Said before anything is looked at: a report that cannot be kept is minutes lost. */
  private static boolean canWrite(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return !Files.isDirectory(file)
        && folder != null
        && Files.isWritable(Files.exists(file) ? file : folder);
  }

  private static void refuse(Words words, String key, List<String> what) throws Misused {
    if (!what.isEmpty()) {
      throw new Misused(words.say(key, String.join(", ", what)) + "\n" + words.say("usage"));
    }
  }
}
