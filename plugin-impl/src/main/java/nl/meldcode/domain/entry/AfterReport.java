package nl.meldcode.domain.entry;

import java.util.List;
import nl.meldcode.api.EntryId;

/** What came after a report to Veilig Thuis: each names the report it belongs to. */
public sealed interface AfterReport extends Entry
    permits FamilyInformation,
        InvestigationStarted,
        SafetyAssessment,
        VeiligThuisConclusion,
        VeiligThuisFeedback {
  /** The {@link VeiligThuisReport} it is about. */
  EntryId report();

  @Override
  default List<Fault> faults(References known) {
    return about(known).list();
  }

  /** The faults that each of them can have. */
  default Faults about(References known) {
    return new Faults()
        .require(
            known.entry(report(), VeiligThuisReport.class).isPresent(),
            "/report",
            "veiligThuisReport.unknown");
  }
}
