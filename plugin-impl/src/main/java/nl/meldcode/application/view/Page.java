package nl.meldcode.application.view;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page, and its written form once somebody has written it out. Safe for several threads. */
public final class Page {
  private final PageView view;
  private byte @Nullable [] written;

  Page(PageView view) {
    this.view = view;
  }

  /** What is shown. */
  public PageView view() {
    return view;
  }

  /** The written form; written at the first call, the same bytes after that. */
  public synchronized byte[] written(Function<PageView, byte[]> writer) {
    byte[] form = written;
    if (form == null) {
      form = writer.apply(view);
      written = form;
    }
    return form;
  }
}
