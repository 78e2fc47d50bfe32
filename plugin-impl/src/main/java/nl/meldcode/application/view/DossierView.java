package nl.meldcode.application.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.meldcode.domain.dossier.DossierState;
import nl.meldcode.domain.entry.ConcernKind;
import nl.meldcode.domain.entry.ConsultLevel;
import nl.meldcode.domain.entry.Route;
import org.jspecify.annotations.Nullable;

/** A dossier as one person may see it. */
public record DossierView(
    String id,
    long version,
    DossierState state,
    @Nullable Route route,
    @Nullable LocalDate openedOn,
    Set<ConcernKind> concerns,
    ProtocolRow protocol,
    List<StepRow> steps,
    @Nullable ConsultLevel requiredLevel,
    List<FindingRow> findings,
    List<FindingRow> gaps,
    @Nullable NextRow next,
    @Nullable NextRow forMe,
    List<EntryRow> entries,
    List<ReportRows> reports,
    List<DeliveryRow> deliveries,
    List<TaskRow> tasks,
    List<TeamRow> team,
    List<IncidentRow> incidents,
    @Nullable String conclusion) {
  /** The protocol the dossier is judged by, and the kinds and fields it ever asks for. */
  public record ProtocolRow(String id, String title, Set<String> asks) {}

  /** Somebody who works on the dossier. */
  public record TeamRow(String name, String function) {
    @Override
    public String toString() {
      return "TeamRow";
    }
  }

  @Override
  public String toString() {
    return "DossierView[" + id + "]";
  }
}
