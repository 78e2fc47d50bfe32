package nl.meldcode.adapter.health;

import java.util.Locale;
import java.util.function.Function;

/**
 * {@code meldcode:check} of a Gogo shell, where there is one; the shell finds it by the properties
 * of the service, so that nothing of it is needed here.
 */
public final class CheckCommand {
  private final Function<Locale, String> standing;

  /** Takes what says how everything is, in Dutch or English. */
  public CheckCommand(Function<Locale, String> standing) {
    this.standing = standing;
  }

  /** In Dutch. */
  public String check() {
    return check("nl");
  }

  /** In {@code nl} or {@code en}. */
  public String check(String language) {
    return standing.apply(Locale.forLanguageTag(language));
  }
}
