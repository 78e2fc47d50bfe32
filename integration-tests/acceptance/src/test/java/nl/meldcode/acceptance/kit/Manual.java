package nl.meldcode.acceptance.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The manual for administrators. What tests do by it, they do as it stands there. */
public final class Manual {
  /** What can be given as a command, with what else administrators have at hand. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?m)^ {4,6}((?:meldcode-VERSIE/[a-z-]+|tar|cp|psql|pg_dump|pg_restore) .*)$");

  /** The settings that a school cannot do without. */
  private static final Pattern SETTINGS =
      Pattern.compile("(?m)^    \\[nl\\.meldcode\\]\n(?:    .*\n)+");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final String UNPACKED = "meldcode-VERSIE/";

  private Manual() {}

  /** All of it. */
  public static String text() {
    try {
      return Files.readString(
          StartCommand.ROOT.resolve("plugin-impl/src/main/resources/manual/beheer.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings in it, with what a reader fills in for what stands there. */
  public static String settings(Map<String, String> filledIn) {
    Matcher block = SETTINGS.matcher(text());
    if (!block.find()) {
      throw new AssertionError("the manual shows no settings");
    }
    String settings = block.group().replaceAll("(?m)^ {4}", "");
    for (Map.Entry<String, String> one : filledIn.entrySet()) {
      settings = settings.replace(one.getKey(), one.getValue());
    }
    return settings;
  }

  /** Every command in it. */
  public static List<String> commands() {
    return COMMAND.matcher(text()).results().map(found -> found.group(1)).toList();
  }

  /**
   * The words of the one command that begins like this, to be given in the folder of the project
   * instead of where a package was unpacked, with what a reader fills in for what stands there.
   */
  public static List<String> command(String beginning, Map<String, Object> filledIn) {
    List<String> found = commands().stream().filter(one -> one.startsWith(beginning)).toList();
    if (found.size() != 1) {
      throw new AssertionError("in the manual, beginning with " + beginning + ": " + found);
    }
    return WORD.matcher(found.get(0))
        .results()
        .map(Manual::word)
        .map(word -> filledIn.containsKey(word) ? filledIn.get(word).toString() : word)
        .map(word -> word.startsWith(UNPACKED) ? word.replace(UNPACKED, "bundle/") : word)
        .toList();
  }

  private static String word(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }
}
