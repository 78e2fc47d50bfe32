package nl.meldcode.domain.term;

/** How long something may take; counting starts the day after (A.12, 21). */
public record Term(int amount, TermUnit unit) {
  public Term {
    if (amount < 1) {
      throw new IllegalArgumentException("a term lasts at least one " + unit.jsonName());
    }
  }
}
