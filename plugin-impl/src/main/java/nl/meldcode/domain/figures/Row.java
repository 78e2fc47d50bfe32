package nl.meldcode.domain.figures;

import java.util.List;

/**
 * A total and what it is made of, as they may be seen.
 *
 * @param total hidden only when it is small, and then everything is
 */
public record Row(Shown total, List<Shown> parts) {
  public Row {
    parts = List.copyOf(parts);
  }
}
