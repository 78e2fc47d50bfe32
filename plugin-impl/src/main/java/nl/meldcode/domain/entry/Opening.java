package nl.meldcode.domain.entry;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the five steps begin with: on which route, and because of which concerns (S0.3, S0.4). */
public sealed interface Opening extends Entry permits DossierOpened, Incident {
  @Override
  LocalDate on();

  /** Whether it is about home or about pupils among themselves (B.10). */
  Route route();

  /** What there is to worry about. */
  Set<ConcernKind> concerns();

  /** A form in which talking with parents can be dangerous; null for none (B11.2). */
  DossierOpened.@Nullable SpecialForm specialForm();
}
