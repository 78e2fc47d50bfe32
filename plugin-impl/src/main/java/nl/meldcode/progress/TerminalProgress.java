package nl.meldcode.progress;

import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar per part on a terminal, with rate and time left. For one thread at a time. */
public final class TerminalProgress implements Progress, AutoCloseable {
  /** Names the width of the terminal; the commands set it where there is one. */
  private static final String COLUMNS = "meldcode.terminal.columns";

  private static final int BETWEEN_MILLIS = 200;
  private final PrintStream out;
  private final int columns;
  private @Nullable ProgressBar bar;

  TerminalProgress(PrintStream out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  /** Draws on this stream when it is a terminal, as the command says; else it says nothing. */
  public static TerminalProgress on(PrintStream out) {
    return new TerminalProgress(out, Integer.getInteger(COLUMNS, 0));
  }

  @Override
  public void begin(String part, long size) {
    close();
    if (columns > 0) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(part)
              .setInitialMax(size)
              .setUpdateIntervalMillis(BETWEEN_MILLIS)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new DelegatingProgressBarConsumer(this::draw, columns - 1))
              .showSpeed()
              .build();
    }
  }

  @Override
  public void at(long done) {
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  /** Takes the bar away: what is told next stands on a clean line. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
      draw(" ".repeat(columns - 1));
      out.print('\r');
      out.flush();
    }
  }

  private void draw(String text) {
    out.print('\r' + text);
    out.flush();
  }
}
