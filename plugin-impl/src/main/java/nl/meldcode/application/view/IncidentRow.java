package nl.meldcode.application.view;

import java.time.LocalDate;
import java.util.List;

/**
 * An incident that a dossier carries, for who may know who else was involved.
 *
 * @param incident what following entries name it by
 */
public record IncidentRow(String incident, LocalDate on, List<PersonRow> pupils) {
  @Override
  public String toString() {
    return "IncidentRow[" + incident + "]";
  }
}
