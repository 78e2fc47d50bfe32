package nl.meldcode.application.port;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a host can do and say; negotiated, not assumed (Host Connect 6.1). */
public record HostCapabilities(Set<Capability> on) {
  public HostCapabilities {
    on = Set.copyOf(on);
  }

  /** Whether the host has it. */
  public boolean has(Capability capability) {
    return on.contains(capability);
  }

  /** What the host has not, in the order of the enum. */
  public Set<Capability> off() {
    Set<Capability> off = EnumSet.allOf(Capability.class);
    off.removeAll(on);
    return Collections.unmodifiableSet(off);
  }
}
