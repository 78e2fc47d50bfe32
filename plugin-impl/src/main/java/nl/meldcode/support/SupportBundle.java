package nl.meldcode.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.meldcode.files.PrivateFiles;

/**
 * A zip for who helps from afar. What goes in is named here, file by file: answers of the running
 * plugin, the end of the log, and how large things are. The database, the keys, the access log and
 * the configuration file are never opened.
 */
public final class SupportBundle {
  private static final String SETTINGS = "configuration.txt";

  /** What the running plugin answers; none of it says anything about a person. */
  private static final List<String> ANSWERS =
      List.of(
          "check-nl.txt",
          "check-en.txt",
          "metrics.txt",
          "threads.txt",
          "bundles.txt",
          SETTINGS,
          "tables.txt");

  private static final String LOG = "meldcode.log";
  private static final Pattern LOGS = Pattern.compile("meldcode[.].*log|framework[.]log");

  /** A key, a token or an id: a long word with letters and digits. */
  private static final Pattern KEY =
      Pattern.compile("(?=[A-Za-z+/_=-]*\\d)(?=[\\d+/_=-]*[A-Za-z])[A-Za-z0-9+/_=-]{20,}");

  private final Path data;
  private final int lines;
  private final Clock clock;

  /** Takes the data directory and how many lines of the log go along. */
  public SupportBundle(Path data, int lines, Clock clock) {
    this.data = data;
    this.lines = lines;
    this.clock = clock;
  }

  /**
   * Writes it to a file that is not there yet.
   *
   * @throws IOException when something cannot be read or written
   */
  public void write(Path zip) throws IOException {
    Map<String, String> texts = texts();
    PrivateFiles.make(zip);
    try (OutputStream out = Files.newOutputStream(zip, StandardOpenOption.WRITE);
        ZipOutputStream all = new ZipOutputStream(out, UTF_8)) {
      for (Map.Entry<String, String> one : texts.entrySet()) {
        all.putNextEntry(new ZipEntry(one.getKey()));
        all.write(one.getValue().getBytes(UTF_8));
        all.closeEntry();
      }
    }
  }

  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : ANSWERS) {
      Path answer = data.resolve("run").resolve(name);
      String text = Files.exists(answer) ? Files.readString(answer) : "no answer\n";
      // What the plugin tells of its settings has no secret in it; an address is a long word, too.
      texts.put(name, name.equals(SETTINGS) ? text : masked(text));
    }
    texts.put("log.txt", masked(log()));
    texts.put("sizes.txt", sizes());
    texts.put("made.txt", "made at " + clock.instant() + "\n");
    return texts;
  }

  private String log() throws IOException {
    Path log = data.resolve("log").resolve(LOG);
    if (!Files.exists(log)) {
      return "no log\n";
    }
    Deque<String> last = new ArrayDeque<>();
    // A line that was being written, or cut off by a crash, is no reason to have none of them.
    new String(Files.readAllBytes(log), UTF_8)
        .lines()
        .forEach(
            line -> {
              last.add(line);
              if (last.size() > lines) {
                last.remove();
              }
            });
    return String.join("\n", last) + "\n";
  }

  /** Names of files that the plugin makes, with their sizes; and the room that is left. */
  private String sizes() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name :
        List.of(
            "plugin/meldcode.db",
            "plugin/meldcode.db-wal",
            "plugin/heads.log",
            "plugin/heads.signed",
            "plugin/keys/keys.db",
            "erasures.log")) {
      Path file = data.resolve(name);
      text.append(name).append(' ');
      text.append(Files.exists(file) ? Files.size(file) + " bytes" : "is not there").append('\n');
    }
    Path logs = data.resolve("log");
    if (Files.isDirectory(logs)) {
      try (Stream<Path> all = Files.list(logs)) {
        for (Path one : all.filter(SupportBundle::isLog).sorted().toList()) {
          // it may roll on meanwhile
          long size = Files.exists(one) ? one.toFile().length() : 0;
          text.append("log/%s %d bytes\n".formatted(one.getFileName(), size));
        }
      }
    }
    long free = Files.getFileStore(data).getUsableSpace();
    return text.append("free ").append(free).append(" bytes\n").toString();
  }

  private static boolean isLog(Path file) {
    return LOGS.matcher(file.getFileName().toString()).matches();
  }

  private static String masked(String text) {
    return text.lines()
        .map(line -> KEY.matcher(line).replaceAll("***"))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
