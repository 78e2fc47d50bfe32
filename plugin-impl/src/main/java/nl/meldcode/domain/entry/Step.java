package nl.meldcode.domain.entry;

/**
 * The five steps of the meldcode in their advised order (S0.2). Protocol files name them by {@link
 * #id()}.
 */
public enum Step {
  SIGNALS("signals"),
  CONSULTATION("consultation"),
  PARENTS("parents"),
  WEIGHING("weighing"),
  DECISION("decision");

  private final String id;

  Step(String id) {
    this.id = id;
  }

  /** The name in data files, addresses and JSON. */
  public String id() {
    return id;
  }
}
