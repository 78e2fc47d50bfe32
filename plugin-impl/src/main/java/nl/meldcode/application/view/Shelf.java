package nl.meldcode.application.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.linking.ShowLinks;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.view.PageView.DossierRow;
import nl.meldcode.domain.dossier.Dossier;

/** The dossiers of one pupil, and what the reader may know of each. */
public final class Shelf {
  private final Dossiers dossiers;
  private final ShowLinks links;
  private final Gate gate;

  public Shelf(Dossiers dossiers, ShowLinks links, Gate gate) {
    this.dossiers = dossiers;
    this.links = links;
    this.gate = gate;
  }

  /** All of them, oldest first. */
  List<Dossier> all(Caller caller) {
    return dossiers.of(caller.school(), caller.pupil());
  }

  /** Whether the reader still has to say if one of an earlier registration belongs here. */
  boolean isAsked(Caller caller) {
    return links.isAsked(caller);
  }

  /** Those that the reader may know of. */
  List<DossierRow> rows(Caller caller, List<Dossier> all) {
    Optional<Dossier> current = Dossier.current(all);
    Optional<Dossier> atHand = caller.atHand(all);
    return all.stream()
        .filter(one -> gate.policy().mayKnow(caller, Optional.of(one)))
        .map(one -> row(caller, one, isIt(one, current), isIt(one, atHand)))
        .toList();
  }

  private static boolean isIt(Dossier one, Optional<Dossier> it) {
    return it.filter(dossier -> dossier.id().equals(one.id())).isPresent();
  }

  private DossierRow row(Caller caller, Dossier one, boolean current, boolean atHand) {
    LocalDate since = LocalDate.ofInstant(one.entries().get(0).at(), gate.clock().getZone());
    return new DossierRow(
        one.id().toString(),
        since,
        DossierViews.state(gate.policy(), caller, one),
        current,
        atHand);
  }
}
