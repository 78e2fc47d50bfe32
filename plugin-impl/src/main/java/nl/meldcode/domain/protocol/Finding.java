package nl.meldcode.domain.protocol;

import java.time.LocalDate;
import java.util.Set;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Step;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is missing or advised: what, who may act, by when, and by which row. It judges the
 * file, never the family.
 *
 * @param requirement id of the row, such as {@code S3.9}
 * @param step null when it belongs to the dossier as a whole
 * @param mayAct the roles that may do something about it
 * @param due null when no term runs
 * @param why key of the text with reason and source
 * @param metBy the kind of entry to record; null when no single kind meets it
 * @param entry the entry of that kind to put right; null when another one is recorded
 * @param told the roles that are told as well, since it has been late for so long
 */
public record Finding(
    String requirement,
    @Nullable Step step,
    Severity severity,
    Message message,
    Set<Role> mayAct,
    @Nullable LocalDate due,
    String why,
    @Nullable Kind metBy,
    @Nullable EntryId entry,
    Timing timing,
    Set<Role> told) {
  public Finding {
    mayAct = Set.copyOf(mayAct);
    told = Set.copyOf(told);
  }

  Finding at(Timing other) {
    return new Finding(
        requirement, step, severity, message, mayAct, due, why, metBy, entry, other, told);
  }

  Finding as(Severity other) {
    return new Finding(
        requirement, step, other, message, mayAct, due, why, metBy, entry, timing, told);
  }

  boolean missing() {
    return severity != Severity.ADVICE;
  }
}
