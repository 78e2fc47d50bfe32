package nl.meldcode.domain.protocol;

import java.util.List;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.VeiligThuisReport;

/** Who was told of each report to Veilig Thuis, before it or after it (S5.14, B9.1). */
final class ReportTold {
  private ReportTold() {}

  /**
   * Whether one person was told of the last report. Being told names no report: it is about those
   * of which the person was not told yet, else about the next one.
   *
   * @param told when that person was told, oldest first
   */
  static boolean ofLast(Dossier dossier, List<? extends Stated<?>> told) {
    List<Stated<VeiligThuisReport>> reports = dossier.all(VeiligThuisReport.class);
    if (reports.size() < 2) {
      return !told.isEmpty();
    }
    boolean owed = false;
    boolean ahead = false;
    int next = 0;
    for (Stated<VeiligThuisReport> report : reports) {
      for (; next < told.size() && isBefore(told.get(next), report); next++) {
        ahead = !owed;
        owed = false;
      }
      owed = !ahead;
      ahead = false;
    }
    return !owed || next < told.size();
  }

  private static boolean isBefore(Stated<?> one, Stated<?> other) {
    return one.recorded().seq() < other.recorded().seq();
  }
}
