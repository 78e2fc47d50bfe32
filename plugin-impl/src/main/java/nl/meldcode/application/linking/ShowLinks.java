package nl.meldcode.application.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.LinkLog;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.PupilName;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Team;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.linking.LinkStanding;
import nl.meldcode.domain.linking.LinkState;

/**
 * Shows which dossiers belong together with the pupil's last one: that there is one and where it
 * stands, never what is in it (A.10).
 */
public final class ShowLinks {
  private final Dossiers dossiers;
  private final Roster roster;
  private final LinkLog log;
  private final Gate gate;

  public ShowLinks(Dossiers dossiers, Roster roster, LinkLog log, Gate gate) {
    this.dossiers = dossiers;
    this.roster = roster;
    this.log = log;
    this.gate = gate;
  }

  /**
   * One link, for this caller.
   *
   * @param name of the other pupil; empty when the host does not say it
   * @param other the dossier it leads to
   */
  public record Row(LinkStanding standing, String name, String group, Dossier other) {
    @Override
    public String toString() {
      return "Row[" + standing + "]";
    }
  }

  /**
   * All links; empty for who may not know of any, as if there were no dossier.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when the log cannot be written
   */
  public Optional<List<Row>> of(Caller caller) {
    List<Dossier> all = dossiers.of(caller.school(), caller.pupil());
    Optional<Dossier> last = all.stream().reduce((first, second) -> second);
    Verdict verdict = gate.decide(caller, Action.READ_LINKS, last, "links");
    if (!verdict.permitted()) {
      return Optional.empty();
    }
    gate.shows(What.READ, caller, last, verdict.rule(), "links");
    return Optional.of(last.map(one -> rows(caller, one)).orElse(List.of()));
  }

  private List<Row> rows(Caller caller, Dossier dossier) {
    Map<PupilId, PupilName> names = names(caller.school());
    List<Row> rows = new ArrayList<>();
    for (LinkStanding standing : standings(dossier)) {
      Optional<Dossier> other = dossiers.find(dossier.school(), standing.link().other());
      other
          .filter(it -> mayKnow(caller, dossier, it, standing))
          .ifPresent(it -> rows.add(row(standing, it, names)));
    }
    return rows;
  }

  private List<LinkStanding> standings(Dossier dossier) {
    var changes = log.of(dossier.school(), dossier.id());
    List<Dossier> others =
        changes.stream()
            .map(one -> one.link().other())
            .distinct()
            .flatMap(one -> dossiers.find(dossier.school(), one).stream())
            .toList();
    List<LinkStanding> all = LinkStanding.of(dossier, changes, others);
    return all.stream().filter(one -> !isOutdone(one, all)).toList();
  }

  /** A match that is only possible says nothing beside a household that counts. */
  private static boolean isOutdone(LinkStanding one, List<LinkStanding> all) {
    return one.link().kind() == LinkKind.POSSIBLE_MATCH
        && all.stream()
            .filter(other -> other.link().kind() == LinkKind.SAME_HOUSEHOLD)
            .filter(other -> other.link().other().equals(one.link().other()))
            .anyMatch(other -> other.state() == LinkState.CONFIRMED);
  }

  /**
   * What is only possible is for who decides on it; nobody sees a dossier they are too close to.
   */
  private boolean mayKnow(Caller caller, Dossier dossier, Dossier other, LinkStanding standing) {
    boolean decided =
        standing.state() == LinkState.CONFIRMED || !standing.link().kind().isProposed();
    return !new Team(other).inConflict(caller.person().id())
        && (decided
            || gate.policy().decide(caller, Action.DECIDE_LINKS, Optional.of(dossier)).permitted());
  }

  private static Row row(LinkStanding standing, Dossier other, Map<PupilId, PupilName> names) {
    PupilName name = names.get(other.pupil());
    return name == null
        ? new Row(standing, "", "", other)
        : new Row(standing, name.name(), name.groupName(), other);
  }

  /** Without the host a link still shows, only without a name. */
  private Map<PupilId, PupilName> names(SchoolId school) {
    try {
      return roster.pupils(school).stream()
          .collect(Collectors.toMap(PupilName::id, one -> one, (first, second) -> first));
    } catch (HostUnavailable e) {
      return Map.of();
    }
  }
}
