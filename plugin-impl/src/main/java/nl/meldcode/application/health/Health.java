package nl.meldcode.application.health;

import java.util.List;

/**
 * How one part is. The text {@code health.PART.CODE} says it, and {@code health.PART.CODE.todo}
 * what to do when it is not well.
 *
 * @param arguments of both texts; never anything about a person
 */
public record Health(Part part, Level level, String code, List<String> arguments) {
  /** The code of what could not be looked at, whatever the part. */
  static final String BROKEN = "broken";

  public Health {
    arguments = List.copyOf(arguments);
  }

  /** As it has to be. */
  public static Health ok(Part part, String... arguments) {
    return new Health(part, Level.OK, "ok", List.of(arguments));
  }

  /** Somebody has to look at it. */
  public static Health warn(Part part, String code, String... arguments) {
    return new Health(part, Level.WARN, code, List.of(arguments));
  }

  /** It does not work. */
  public static Health critical(Part part, String code, String... arguments) {
    return new Health(part, Level.CRITICAL, code, List.of(arguments));
  }

  /** The text that says how it is. */
  public String key() {
    return code.equals(BROKEN) ? "health." + BROKEN : part.key() + "." + code;
  }

  /** The text that says what to do. */
  public String todo() {
    return key() + ".todo";
  }
}
