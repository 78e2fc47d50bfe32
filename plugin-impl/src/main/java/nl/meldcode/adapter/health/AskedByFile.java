package nl.meldcode.adapter.health;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers who may write in the data directory: a file {@code run/ask} is a question, and when it is
 * gone the answers lie beside it. Needs no port and no password.
 */
public final class AskedByFile {
  private static final Logger LOG = LoggerFactory.getLogger(AskedByFile.class);
  private static final String ASK = "ask";
  private final RunFolder folder;
  private final Map<String, Supplier<String>> answers;

  /** Takes what is answered, by the name of its file. */
  public AskedByFile(Path data, Map<String, Supplier<String>> answers) {
    this.folder = RunFolder.in(data);
    this.answers = new TreeMap<>(answers);
  }

  /** Looks whether somebody asks, and answers. */
  public void look() {
    try {
      if (folder.has(ASK)) {
        for (Map.Entry<String, Supplier<String>> answer : answers.entrySet()) {
          folder.write(answer.getKey(), said(answer.getValue()));
        }
        folder.remove(ASK);
      }
    } catch (IOException e) {
      LOG.error("who asks for the state of affairs gets no answer", e);
    }
  }

  // What cannot be told, as when the database is away, must not keep back what can be.
  @SuppressWarnings("IllegalCatch")
  private static String said(Supplier<String> answer) {
    try {
      return answer.get();
    } catch (RuntimeException e) {
      LOG.warn("part of the state of affairs cannot be told", e);
      return "no answer: " + e.getClass().getSimpleName() + "\n";
    }
  }
}
