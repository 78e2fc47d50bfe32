package nl.meldcode.adapter.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A script or style joined with all of ours that it imports, so that a page takes a few answers and
 * not one for each file. Our modules import by name, a line an import, never each other in a
 * circle, and export no variable: anything else throws IllegalStateException. What is not ours
 * stays an import.
 */
final class JoinedFiles {
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import \\{ (.+?) } from '(.+?)';$\\n?");
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^export (async function|function|const|class) (\\w+)");
  private static final Pattern UNKNOWN = Pattern.compile("(?m)^(import|export)\\b.*$");
  private static final Pattern STYLE = Pattern.compile("(?m)^@import url\\(\"(.+?)\"\\);$");

  private final UnaryOperator<String> read;
  private final Set<String> foreign = new TreeSet<>();

  /** The name under which a module was joined already; null while that has begun. */
  private final Map<String, @Nullable String> names = new LinkedHashMap<>();

  private final StringBuilder joined = new StringBuilder();

  private JoinedFiles(UnaryOperator<String> read) {
    this.read = read;
  }

  /** The script at this path; {@code read} gives the text of one. */
  static String script(String path, UnaryOperator<String> read) {
    JoinedFiles all = new JoinedFiles(read);
    String first = all.module(path, new ArrayList<>());
    String imports =
        all.foreign.stream()
            .map(from -> "import * as %s from '%s';\n".formatted(nameOf(from), from))
            .collect(Collectors.joining());
    return imports + all.joined + first;
  }

  /** The style at this path. */
  static String style(String path, UnaryOperator<String> read) {
    return STYLE
        .matcher(read.apply(path))
        .replaceAll(found -> quoted(style(beside(path, found.group(1)), read)));
  }

  /** The text of a module, with what it imports taken from those that stand before it. */
  private String module(String path, List<String> exports) {
    names.put(path, null);
    String text =
        IMPORT
            .matcher(read.apply(path))
            .replaceAll(
                found ->
                    quoted(
                        "const { %s } = %s;\n"
                            .formatted(
                                found.group(1).replace(" as ", ": "),
                                imported(path, found.group(2)))));
    text = EXPORT.matcher(text).replaceAll(found -> exported(found, exports));
    UNKNOWN
        .matcher(text)
        .results()
        .findFirst()
        .ifPresent(
            left -> {
              throw new IllegalStateException(path + " cannot be joined: " + left.group());
            });
    return text;
  }

  private static String exported(MatchResult found, List<String> exports) {
    exports.add(found.group(2));
    return quoted(found.group(1) + " " + found.group(2));
  }

  private String imported(String by, String from) {
    if (!from.startsWith(".")) {
      foreign.add(from);
      return nameOf(from);
    }
    String path = beside(by, from);
    String known = names.get(path);
    if (known != null) {
      return known;
    }
    if (names.containsKey(path)) {
      throw new IllegalStateException(path + " cannot be joined: it imports itself by " + by);
    }
    List<String> exports = new ArrayList<>();
    String text = module(path, exports);
    String name = nameOf(path);
    joined.append(
        "const %s = (() => {\n%s\nreturn { %s };\n})();\n"
            .formatted(name, text, String.join(", ", exports)));
    names.put(path, name);
    return name;
  }

  private static String beside(String path, String relative) {
    return URI.create("/" + path).resolve(relative).getPath().substring(1);
  }

  private static String nameOf(String path) {
    return "$" + path.replaceAll("\\W", "_");
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }
}
