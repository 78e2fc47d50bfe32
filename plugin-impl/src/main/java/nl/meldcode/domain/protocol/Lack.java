package nl.meldcode.domain.protocol;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a requirement is not met.
 *
 * @param variant picks another text of the same row; empty for the plain one
 * @param since the day from which a term of the row counts; null when nothing starts it
 * @param opens the day on which it is asked and due by itself; null when asked at once
 */
public record Lack(
    String variant,
    List<Argument> arguments,
    @Nullable LocalDate since,
    @Nullable LocalDate opens) {

  static Lack plain() {
    return new Lack("", List.of(), null, null);
  }

  static Lack of(Argument... arguments) {
    return new Lack("", List.of(arguments), null, null);
  }

  Lack called(String other) {
    return new Lack(other, arguments, since, opens);
  }

  Lack since(LocalDate day) {
    return new Lack(variant, arguments, day, opens);
  }

  Lack openingOn(LocalDate day) {
    return new Lack(variant, arguments, since, day);
  }
}
