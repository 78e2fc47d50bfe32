package nl.meldcode.application.linking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Dossiers;
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
 * Shows which dossiers belong together with the one at hand: that there is one and where it stands,
 * never what is in it (A.10).
 */
public final class ShowLinks {
  private final Dossiers dossiers;
  private final Roster roster;
  private final LinkLog log;
  private final Replacements replacements;
  private final Gate gate;

  public ShowLinks(
      Dossiers dossiers, Roster roster, LinkLog log, Replacements replacements, Gate gate) {
    this.dossiers = dossiers;
    this.roster = roster;
    this.log = log;
    this.replacements = replacements;
    this.gate = gate;
  }

  /**
   * One link, for this caller.
   *
   * @param name of the other pupil; empty when the host does not say it
   * @param pupil of the other dossier, or the other registration
   * @param other the dossier it leads to
   * @param decidable whether the caller can decide on it from here
   */
  public record Row(
      LinkStanding standing,
      PupilId pupil,
      String name,
      String group,
      Dossier other,
      boolean decidable) {
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
    Optional<Dossier> atHand = caller.atHand(all);
    Verdict verdict = gate.decide(caller, Action.READ_LINKS, atHand, "links");
    if (!verdict.permitted()) {
      return Optional.empty();
    }
    gate.shows(What.READ, caller, atHand, verdict.rule(), "links");
    Map<PupilId, PupilName> names = roster.named(caller.school());
    return Optional.of(
        Stream.concat(
                ofEarlierRegistrations(caller, all, atHand),
                atHand.stream().flatMap(one -> found(caller, one)))
            .map(one -> row(caller, one, names))
            .toList());
  }

  /**
   * Whether the caller still has to say if a dossier under an earlier registration is this pupil's.
   */
  public boolean isAsked(Caller caller) {
    return ofEarlierRegistrations(caller, List.of(), Optional.empty())
        .anyMatch(one -> one.standing().state() == LinkState.PROPOSED);
  }

  /** A link as the log of one dossier knows it. */
  private record Found(Dossier in, LinkStanding standing, Dossier other) {
    boolean isOfOnePupil() {
      return standing.link().kind() == LinkKind.SAME_PUPIL;
    }
  }

  private Stream<Found> found(Caller caller, Dossier dossier) {
    return standings(caller.school(), dossier).stream()
        .flatMap(
            one ->
                dossiers.find(caller.school(), one.link().other()).stream()
                    .map(other -> new Found(dossier, one, other)))
        .filter(one -> mayKnow(caller, one));
  }

  /** Those that are not at hand: found in the place of this pupil, or said to be this pupil's. */
  private Stream<Found> ofEarlierRegistrations(
      Caller caller, List<Dossier> own, Optional<Dossier> atHand) {
    Stream<DossierId> joined =
        own.stream().filter(one -> one.registrations().size() > 1).map(Dossier::id);
    return Stream.concat(replacements.by(caller.school(), caller.pupil()).stream(), joined)
        .distinct()
        .filter(one -> atHand.filter(it -> it.id().equals(one)).isEmpty())
        .flatMap(one -> dossiers.find(caller.school(), one).stream())
        .filter(one -> mayDecide(caller, one))
        .flatMap(one -> found(caller, one))
        .filter(Found::isOfOnePupil)
        .filter(one -> one.standing().link().pupil().equals(caller.pupil()));
  }

  private List<LinkStanding> standings(SchoolId school, Dossier dossier) {
    var changes = log.of(dossier.school(), dossier.id());
    List<Dossier> others =
        changes.stream()
            .map(one -> one.link().other())
            .distinct()
            .flatMap(one -> dossiers.find(school, one).stream())
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
  private boolean mayKnow(Caller caller, Found one) {
    LinkStanding standing = one.standing();
    boolean decided =
        standing.state() == LinkState.CONFIRMED || !standing.link().kind().isProposed();
    return !new Team(one.other()).inConflict(caller.person().id())
        && (decided || mayDecide(caller, one.in()));
  }

  private boolean mayDecide(Caller caller, Dossier dossier) {
    return gate.policy().decide(caller, Action.DECIDE_LINKS, Optional.of(dossier)).permitted();
  }

  /** On whether two registrations are one child is decided where the one is that goes on. */
  private Row row(Caller caller, Found one, Map<PupilId, PupilName> names) {
    PupilId linked = one.standing().link().pupil();
    boolean fromHere = !one.isOfOnePupil() || linked.equals(caller.pupil());
    PupilId pupil = fromHere ? one.other().pupil() : linked;
    Optional<PupilName> name = Optional.ofNullable(names.get(pupil));
    return new Row(
        one.standing(),
        pupil,
        name.map(PupilName::name).orElse(""),
        name.map(PupilName::groupName).orElse(""),
        one.other(),
        fromHere && mayDecide(caller, one.in()));
  }
}
