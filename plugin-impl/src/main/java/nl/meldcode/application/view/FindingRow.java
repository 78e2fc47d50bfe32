package nl.meldcode.application.view;

import java.time.LocalDate;
import java.util.List;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.protocol.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is missing, in words: what, who, by when, and why; {@code metBy} names the kind to
 * record, {@code entry} the one of that kind to put right instead, and {@code told} the roles that
 * hear of it as well, since it stays late; empty when nobody.
 */
public record FindingRow(
    String requirement,
    @Nullable String step,
    Severity severity,
    boolean late,
    boolean upcoming,
    String message,
    String why,
    List<Role> by,
    String who,
    String told,
    boolean mine,
    @Nullable LocalDate dueOn,
    @Nullable String metBy,
    @Nullable String entry) {
  @Override
  public String toString() {
    return "FindingRow[" + requirement + "]";
  }
}
