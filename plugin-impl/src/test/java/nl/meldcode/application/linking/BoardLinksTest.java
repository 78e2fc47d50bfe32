package nl.meldcode.application.linking;

import static nl.meldcode.bench.Figures.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.meldcode.Covers;
import nl.meldcode.application.School;
import nl.meldcode.application.linking.Board.Answer;
import nl.meldcode.application.port.Dossiers.Whom;
import nl.meldcode.application.port.InMemoryLinkLog;
import nl.meldcode.application.port.LinkLog;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.linking.LinkChange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The links of a whole board equal the answers that were written down while it was made. */
class BoardLinksTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-09T11:00:00Z"), ZoneOffset.UTC);
  private final School roster = new School();
  private final LinkLog log = new InMemoryLinkLog();

  @Test
  @Covers({"P5", "A.10", "A.12.16"})
  void allThatBelongTogetherAreFoundAndNoOthers() {
    long seed = System.nanoTime();
    Board board = new Board(seed, 4, 500);
    FindLinks find = over(board);

    board.pupils().forEach(one -> find.of(one.school(), one.pupil()));

    Set<Answer> found = found(board);
    assertThat(found).as("seed " + seed).isEqualTo(board.answers());
    assertThat(found).extracting(Answer::kind).contains(LinkKind.values());
    board.pupils().forEach(one -> find.of(one.school(), one.pupil()));
    assertThat(changes(board)).as("looking again, seed " + seed).isEqualTo(found.size());
  }

  @Test
  @Tag("bench")
  void aBoardOfThirtyThousandPupils() {
    Board board = new Board(20_260_209, 60, 500);
    assertThat(board.pupilCount()).isGreaterThanOrEqualTo(30_000);
    FindLinks find = over(board);
    List<Whom> all = board.pupils();
    long start = System.nanoTime();

    all.forEach(one -> find.of(one.school(), one.pupil()));

    figure("links-of-a-board-s", (System.nanoTime() - start) / 1e9, 60);
    assertThat(found(board)).isEqualTo(board.answers());
    long slowest = 0;
    for (Whom one : all) {
      long since = System.nanoTime();
      find.of(one.school(), one.pupil());
      slowest = Math.max(slowest, System.nanoTime() - since);
    }
    figure("links-of-one-event-slowest-ms", slowest / 1e6, 50);
  }

  private FindLinks over(Board board) {
    roster.kin = board::kin;
    return new FindLinks(board, roster, log, new Replacements(), CLOCK);
  }

  private Set<Answer> found(Board board) {
    Set<Answer> found = new HashSet<>();
    for (Dossier dossier : board.all()) {
      log.of(dossier.school(), dossier.id()).stream()
          .filter(LinkChange::found)
          .map(LinkChange::link)
          .forEach(link -> found.add(new Answer(dossier.id(), link.kind(), link.other())));
    }
    return found;
  }

  private int changes(Board board) {
    return board.all().stream().mapToInt(one -> log.of(one.school(), one.id()).size()).sum();
  }
}
