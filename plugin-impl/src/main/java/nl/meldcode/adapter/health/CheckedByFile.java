package nl.meldcode.adapter.health;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.domain.figures.AllSchools;
import nl.meldcode.domain.figures.Row;
import nl.meldcode.domain.figures.Shown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what is missing at all schools for who may write in the data directory. A file {@code
 * run/ask-national} is the question; {@code national.progress} says how far it is, and {@code
 * national.csv} is the answer, when the question is gone. For one thread.
 */
public final class CheckedByFile {
  private static final Logger LOG = LoggerFactory.getLogger(CheckedByFile.class);
  private static final String ASK = "ask-national";
  private static final String PROGRESS = "national.progress";
  private static final String ANSWER = "national.csv";
  private static final String HIDDEN = "*";
  private static final long PAUSE = Duration.ofMillis(200).toNanos();
  private final RunFolder folder;
  private final LongSupplier count;
  private final Function<LongConsumer, AllSchools> check;

  /** Takes how many dossiers there are, and what looks at them while it tells how many it saw. */
  public CheckedByFile(Path data, LongSupplier count, Function<LongConsumer, AllSchools> check) {
    this.folder = RunFolder.in(data);
    this.count = count;
    this.check = check;
  }

  /**
   * Looks whether somebody asks, and answers; that can take long.
   *
   * @return false: there is never more at once
   */
  public boolean look() {
    try {
      if (folder.has(ASK)) {
        answer();
        folder.remove(ASK);
      }
    } catch (CancellationException e) {
      LOG.info("who asks how all schools stand is answered after the next start");
    } catch (IOException | StoreUnavailable e) {
      LOG.error("who asks how all schools stand gets no answer", e);
    }
    return false;
  }

  private void answer() throws IOException {
    long all = count.getAsLong();
    Told told = new Told(all);
    told.accept(0);
    AllSchools found = check.apply(told);
    folder.write(ANSWER, csv(found));
    folder.remove(PROGRESS);
    LOG.info("what is missing at all schools was counted; {} dossiers were looked at", all);
  }

  /** Tells how far it is, not more often than somebody can see. */
  private final class Told implements LongConsumer {
    private final long all;
    private long next = System.nanoTime();

    Told(long all) {
      this.all = all;
    }

    @Override
    public void accept(long done) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException();
      }
      if (System.nanoTime() - next >= 0) {
        try {
          folder.write(PROGRESS, done + " " + all + "\n");
        } catch (IOException e) {
          LOG.debug("how far the count is cannot be told", e);
        }
        next = System.nanoTime() + PAUSE;
      }
    }
  }

  private static String csv(AllSchools all) {
    Stream<String> schools =
        all.schools().stream().map(one -> line("school", one.id().value(), one.row()));
    Stream<String> asked =
        all.asked().entrySet().stream().map(one -> line("row", one.getKey(), one.getValue()));
    List<String> rest =
        List.of(
            "all;;" + cell(all.whole()) + ";;;",
            "unknown;;" + all.unknown() + ";;;",
            "damaged;;" + all.damaged() + ";;;");
    return Stream.of(
            Stream.of("# " + all.asOf(), "what;which;open;late;missing;nothing missing"),
            schools,
            asked,
            rest.stream())
        .flatMap(part -> part)
        .collect(joining("\n", "", "\n"));
  }

  private static String line(String what, String which, Row row) {
    return Stream.concat(Stream.of(row.total()), row.parts().stream())
        .map(CheckedByFile::cell)
        .collect(joining(";", what + ";" + which + ";", ""));
  }

  private static String cell(Shown number) {
    return number.count() == null ? HIDDEN : number.count().toString();
  }
}
