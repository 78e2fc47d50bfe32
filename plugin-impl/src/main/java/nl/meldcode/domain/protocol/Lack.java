package nl.meldcode.domain.protocol;

import java.time.LocalDate;
import java.util.List;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.entry.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a requirement is not met.
 *
 * @param variant picks another text of the same row; empty for the plain one
 * @param since the day from which a term of the row counts; null when nothing starts it
 * @param opens the day on which it is asked and, without a term and unless it comes as a reminder,
 *     due; null when asked at once
 * @param shown when it is shown before the day on which it is asked
 * @param metBy the kind of entry that meets it; null when it is the one of the row
 * @param entry the entry in which it is put right; null when another one is recorded
 */
public record Lack(
    String variant,
    List<Argument> arguments,
    @Nullable LocalDate since,
    @Nullable LocalDate opens,
    Shown shown,
    @Nullable Kind metBy,
    @Nullable EntryId entry) {

  /** What happens with a lack before its day. */
  public enum Shown {
    /** It is asked at once. */
    NOW,
    /** It is shown quietly, since somebody else has to act until its term ends. */
    WAITING,
    /** It is not shown at all. */
    NOT_BEFORE
  }

  static Lack plain() {
    return of();
  }

  static Lack of(Argument... arguments) {
    return new Lack("", List.of(arguments), null, null, Shown.NOW, null, null);
  }

  Lack called(String other) {
    return new Lack(other, arguments, since, opens, shown, metBy, entry);
  }

  Lack since(LocalDate day) {
    return new Lack(variant, arguments, day, opens, shown, metBy, entry);
  }

  Lack openingOn(LocalDate day) {
    return new Lack(variant, arguments, since, day, shown, metBy, entry);
  }

  Lack shown(Shown other) {
    return new Lack(variant, arguments, since, opens, other, metBy, entry);
  }

  Lack metBy(Kind other) {
    return new Lack(variant, arguments, since, opens, shown, other, entry);
  }

  Lack in(EntryId standing) {
    return new Lack(variant, arguments, since, opens, shown, metBy, standing);
  }
}
