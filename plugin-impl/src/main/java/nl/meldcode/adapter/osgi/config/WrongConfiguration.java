package nl.meldcode.adapter.osgi.config;

import java.util.List;

/** The configuration cannot stand. Nothing was opened or changed. */
public final class WrongConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Fault> faults;

  WrongConfiguration(List<Fault> faults) {
    super(faults.size() + " faults in the configuration");
    this.faults = List.copyOf(faults);
  }

  /** All of them, in the order of the configurations and their lines. */
  public List<Fault> faults() {
    return faults;
  }
}
