package nl.meldcode.domain.access;

import java.util.EnumSet;
import java.util.Set;

/** How one person stands to one pupil's dossier at this moment. */
public record Circle(Set<Tie> ties) {
  public Circle {
    ties = ties.isEmpty() ? EnumSet.noneOf(Tie.class) : EnumSet.copyOf(ties);
  }

  boolean has(Tie tie) {
    return ties.contains(tie);
  }
}
