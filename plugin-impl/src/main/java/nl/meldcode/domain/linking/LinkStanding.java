package nl.meldcode.domain.linking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.LinkDecision;
import nl.meldcode.domain.entry.LinkKind;
import org.jspecify.annotations.Nullable;

/**
 * A link with where it stands: what was found and lost, with what people decided on either side.
 *
 * @param since when it came to stand there
 * @param by the decision that put it there; null when it came by itself
 */
public record LinkStanding(
    Link link, LinkState state, Instant since, @Nullable Stated<LinkDecision> by) {

  private record Move(Instant at, LinkState state, @Nullable Stated<LinkDecision> by) {}

  /** All links that a dossier ever had, in the order in which they were first found. */
  public static List<LinkStanding> of(
      Dossier dossier, List<LinkChange> changes, List<Dossier> others) {
    Map<Link, List<Move>> moves = new LinkedHashMap<>();
    Map<Link, Link> last = new HashMap<>();
    for (LinkChange change : changes) {
      Link link = change.link().bare();
      last.put(link, change.link());
      moves.computeIfAbsent(link, one -> new ArrayList<>()).add(move(change));
    }
    moves.forEach((link, all) -> decisions(dossier, link, others).forEach(all::add));
    return moves.entrySet().stream()
        .map(one -> standing(last.getOrDefault(one.getKey(), one.getKey()), one.getValue()))
        .toList();
  }

  private static Move move(LinkChange change) {
    LinkState found = change.link().kind().isProposed() ? LinkState.PROPOSED : LinkState.CONFIRMED;
    return new Move(change.at(), change.found() ? found : LinkState.ENDED, null);
  }

  /** Who decides on one side decides for both. */
  private static Stream<Move> decisions(Dossier dossier, Link link, List<Dossier> others) {
    Stream<Stated<LinkDecision>> here =
        dossier.all(LinkDecision.class).stream()
            .filter(one -> one.entry().other().equals(link.other()));
    Stream<Stated<LinkDecision>> there =
        others.stream()
            .filter(one -> one.id().equals(link.other()))
            .flatMap(one -> one.all(LinkDecision.class).stream())
            .filter(one -> one.entry().other().equals(dossier.id()));
    return Stream.concat(here, there)
        .filter(one -> one.entry().link() == link.kind())
        .filter(
            one ->
                link.kind() != LinkKind.SAME_PUPIL || one.recorded().pupil().equals(link.pupil()))
        .map(one -> new Move(one.recorded().at(), state(one.entry().choice()), one));
  }

  private static LinkState state(LinkDecision.Choice choice) {
    return switch (choice) {
      case CONFIRMED -> LinkState.CONFIRMED;
      case REMOVED -> LinkState.REMOVED;
    };
  }

  /** What was removed stays so when it is lost as well, and comes back when it is found anew. */
  private static LinkStanding standing(Link link, List<Move> moves) {
    List<Move> inOrder = moves.stream().sorted(Comparator.comparing(Move::at)).toList();
    Move last = inOrder.get(0);
    for (Move move : inOrder) {
      if (last.state() != LinkState.REMOVED || move.state() != LinkState.ENDED) {
        last = move;
      }
    }
    return new LinkStanding(link, last.state(), last.at(), last.by());
  }

  @Override
  public String toString() {
    return "LinkStanding[" + link + ", " + state + "]";
  }
}
