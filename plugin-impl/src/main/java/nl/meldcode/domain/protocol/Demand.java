package nl.meldcode.domain.protocol;

import java.util.LinkedHashSet;
import java.util.Set;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.term.Term;
import org.jspecify.annotations.Nullable;

/**
 * One row of a protocol: what it asks, how heavily, of whom and within which term.
 *
 * @param step null when it belongs to the dossier as a whole
 * @param adviceWhen when this holds, the row only advises; null for never
 * @param by the roles that may do what is asked
 * @param within null when no term runs
 */
public record Demand(
    String id,
    @Nullable Step step,
    Requirement needs,
    Severity severity,
    @Nullable Requirement adviceWhen,
    Set<Role> by,
    @Nullable Term within) {
  public Demand {
    by = Set.copyOf(by);
  }

  /** Keys of all texts that a finding of this row can need. */
  public Set<String> textKeys() {
    Set<String> keys = new LinkedHashSet<>();
    needs
        .voices()
        .forEach(
            one -> {
              one.variants().forEach(variant -> keys.add(messageKey(variant)));
              one.words().forEach(keys::add);
            });
    keys.add(why());
    return keys;
  }

  /** The kind of entry that it asks for first; null when no single kind meets it. */
  @Nullable Kind metBy() {
    return needs.voices().flatMap(one -> one.metBy().stream()).findFirst().orElse(null);
  }

  String why() {
    return "why." + id;
  }

  String messageKey(String variant) {
    return variant.isEmpty() ? "finding." + id : "finding." + id + "." + variant;
  }

  Severity severity(Facts facts) {
    return adviceWhen != null && adviceWhen.met(facts) ? Severity.ADVICE : severity;
  }
}
