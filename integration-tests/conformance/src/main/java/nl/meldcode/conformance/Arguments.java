package nl.meldcode.conformance;

import java.net.URI;
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
  private static final List<String> NEEDED = List.of("--host", "--client", "--key");
  private static final List<String> OTHERS =
      List.of("--token-uri", "--pupil", "--staff", "--launch-port", "--format", "--out", "--lang");

  /** What is wrong with the command line, as a sentence for whoever typed it. */
  static final class Misused extends Exception {
    private static final long serialVersionUID = 1L;

    Misused(String sentence) {
      super(sentence);
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
    Words say =
        Words.in(
            given.getOrDefault("--lang", "nl").equals("en")
                ? Locale.ENGLISH
                : Locale.forLanguageTag("nl"));
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
        Optional.ofNullable(given.get("--out")).map(Path::of),
        words);
  }

  private static URI address(Words words, String option, String text) throws Misused {
    if (!text.matches("https?://[^\\s?#]+")) {
      refuse(words, "bad-option", List.of(option + " " + text));
    }
    return URI.create(text);
  }

  private static void refuse(Words words, String key, List<String> what) throws Misused {
    if (!what.isEmpty()) {
      throw new Misused(words.say(key, String.join(", ", what)) + "\n" + words.say("usage"));
    }
  }
}
