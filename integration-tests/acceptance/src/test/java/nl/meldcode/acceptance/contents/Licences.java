package nl.meldcode.acceptance.contents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code bundle/licences.txt}: lines {@code LICENCE: reason}, and {@code SUBJECT = LICENCE: reason}
 * where makers offer several or name another than the one of the part that is taken.
 */
final class Licences {
  private final List<Line> allowed = new ArrayList<>();
  private final List<Line> chosen = new ArrayList<>();
  private final Set<Line> used = new HashSet<>();

  private record Line(String subject, String licence, String reason) {
    boolean isAbout(String name) {
      return subject.endsWith("*")
          ? name.startsWith(subject.substring(0, subject.length() - 1))
          : name.equals(subject);
    }
  }

  Licences(Path file) throws IOException {
    for (String text : Files.readAllLines(file)) {
      if (!text.isBlank() && !text.startsWith("#")) {
        String[] halves = text.split(": ", 2);
        String[] words = halves[0].split(" = ", 2);
        String reason = halves.length < 2 ? "" : halves[1].strip();
        if (reason.isEmpty()) {
          throw new AssertionError("no reason in " + file + ": " + text);
        }
        (words.length == 1 ? allowed : chosen)
            .add(new Line(words[0].strip(), words[words.length - 1].strip(), reason));
      }
    }
  }

  /** The licence that this is shipped under; throws AssertionError when none is allowed. */
  String of(String subject, List<String> declared) {
    List<Line> lines = chosen.stream().filter(line -> line.isAbout(subject)).toList();
    used.addAll(lines);
    List<String> possible = lines.isEmpty() ? declared : lines.stream().map(Line::licence).toList();
    if (possible.size() != 1 || !isAllowed(possible.get(0))) {
      throw new AssertionError(subject + " has licence " + possible + ": see bundle/licences.txt");
    }
    return possible.get(0);
  }

  /** Why this is shipped, where a line names it. */
  String reason(String subject) {
    return chosen.stream()
        .filter(line -> line.isAbout(subject))
        .map(Line::reason)
        .findFirst()
        .orElse("");
  }

  /** Lines that nothing shipped needs. */
  List<String> unused() {
    List<Line> all = new ArrayList<>(allowed);
    all.addAll(chosen);
    return all.stream().filter(line -> !used.contains(line)).map(Line::toString).toList();
  }

  private boolean isAllowed(String licence) {
    List<Line> lines = allowed.stream().filter(line -> line.licence().equals(licence)).toList();
    used.addAll(lines);
    return !lines.isEmpty();
  }
}
