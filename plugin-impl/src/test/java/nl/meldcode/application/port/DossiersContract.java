package nl.meldcode.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.meldcode.Covers;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Dossiers.Whom;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.LinkDecision.Choice;
import org.junit.jupiter.api.Test;

/** What every keeper of dossiers promises. */
public abstract class DossiersContract {
  private final NewEntries entries = NewEntries.at("99AA");

  /** The dossiers under test; empty at the start of each test. */
  protected abstract Dossiers dossiers();

  @Test
  void whatWasAppendedIsRead() {
    NewEntry first = entries.signal("blauwe plek");
    NewEntry second = entries.signal("vaak moe");
    assertThat(dossiers().append(first)).isEqualTo(new Appended.Done(first.at(1)));
    assertThat(dossiers().append(second)).isEqualTo(new Appended.Done(second.at(2)));
    assertThat(found().entries()).containsExactly(first.at(1), second.at(2));
  }

  @Test
  void anotherSchoolFindsNothing() {
    dossiers().append(entries.signal("moe"));
    SchoolId other = new SchoolId("99BB");
    assertThat(dossiers().find(other, entries.dossier())).isEmpty();
    assertThat(dossiers().of(other, entries.pupil())).isEmpty();
    assertThat(dossiers().of(entries.school(), new PupilId(UUID.randomUUID()))).isEmpty();
    assertThat(dossiers().find(entries.school(), new DossierId(UUID.randomUUID()))).isEmpty();
    assertThat(dossiers().at(other)).isEmpty();
  }

  @Test
  void aSchoolHasEachOfItsDossiersOnce() {
    NewEntries more = NewEntries.at("99AA");
    dossiers().append(entries.signal("moe"));
    dossiers().append(entries.signal("vaak moe"));
    dossiers().append(entries.joined(new PupilId(UUID.randomUUID()), Choice.CONFIRMED));
    dossiers().append(more.signal("a"));
    dossiers().append(NewEntries.at("99BB").signal("b"));
    assertThat(dossiers().at(entries.school()))
        .containsExactlyInAnyOrder(entries.dossier(), more.dossier());
  }

  @Test
  void dossiersOfAPupilComeOldestFirst() {
    NewEntries later = entries.next();
    dossiers().append(entries.signal("a"));
    dossiers().append(later.signal("aaa"));
    dossiers().append(NewEntries.at("99AA").signal("aa"));
    assertThat(dossiers().of(entries.school(), entries.pupil()))
        .extracting(Dossier::id)
        .containsExactly(entries.dossier(), later.dossier());
  }

  @Test
  @Covers({"P6", "R04"})
  void aDossierIsOfEachRegistrationThatSomebodyFoundToBeTheSameChild() {
    PupilId other = new PupilId(UUID.randomUUID());
    NewEntries own =
        new NewEntries(entries.school(), NewEntries.at("x").dossier(), other, entries.author());
    dossiers().append(own.signal("later dan het andere"));
    dossiers().append(entries.signal("moe"));
    assertThat(dossiers().append(entries.joined(other, Choice.CONFIRMED)))
        .isInstanceOf(Appended.Done.class);

    assertThat(dossiers().of(entries.school(), other))
        .extracting(Dossier::id)
        .as("oldest first")
        .containsExactly(entries.dossier(), own.dossier());
    assertThat(found().pupil()).isEqualTo(other);
    assertThat(dossiers().of(entries.school(), entries.pupil())).containsExactly(found());
    assertThat(dossiers().pupils())
        .contains(new Whom(entries.school(), other), new Whom(entries.school(), entries.pupil()));

    dossiers().append(entries.joined(other, Choice.REMOVED));
    assertThat(dossiers().of(entries.school(), other))
        .extracting(Dossier::id)
        .containsExactly(own.dossier());
    assertThat(found().pupil()).isEqualTo(entries.pupil());
  }

  @Test
  @Covers("R05")
  void theSameKeyWithTheSameBodyGivesTheEarlierEntry() {
    NewEntry entry = entries.signal("moe");
    dossiers().append(entry);
    NewEntry again = entries.signal("moe", entry.idempotencyKey(), null);
    assertThat(dossiers().append(again)).isEqualTo(new Appended.Again(entry.at(1)));
    assertThat(found().version()).isEqualTo(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefusedBeforeTheVersionIsLookedAt() {
    NewEntry entry = entries.signal("moe");
    dossiers().append(entry);
    UUID key = entry.idempotencyKey();
    assertThat(dossiers().append(entries.signal("ziek", key, 9L)))
        .isEqualTo(new Appended.OtherBody());
    assertThat(
            dossiers().append(entries.by(new StaffId(UUID.randomUUID())).signal("moe", key, null)))
        .isEqualTo(new Appended.OtherBody());
    assertThat(dossiers().append(entries.signal("moe", key, 9L)))
        .isEqualTo(new Appended.Again(entry.at(1)));
  }

  @Test
  void aKeyBelongsToOneSchool() {
    NewEntry entry = entries.signal("moe");
    dossiers().append(entry);
    NewEntries other = NewEntries.at("99BB");
    assertThat(dossiers().append(other.signal("ziek", entry.idempotencyKey(), null)))
        .isInstanceOf(Appended.Done.class);
    assertThat(dossiers().recordedUnder(entries.school(), entry.idempotencyKey()))
        .contains(entry.at(1));
    assertThat(dossiers().recordedUnder(entries.school(), UUID.randomUUID())).isEmpty();
  }

  @Test
  void whoHadNotReadTheLastEntryIsStale() {
    UUID key = UUID.randomUUID();
    assertThat(dossiers().append(entries.signal("a", key, 1L))).isEqualTo(new Appended.Stale(0));
    assertThat(dossiers().append(entries.signal("a", key, 0L))).isInstanceOf(Appended.Done.class);
    assertThat(dossiers().append(entries.signal("b", UUID.randomUUID(), 0L)))
        .isEqualTo(new Appended.Stale(1));
    assertThat(dossiers().append(entries.signal("b", UUID.randomUUID(), 1L)))
        .isInstanceOf(Appended.Done.class);
  }

  @Test
  @Covers({"R05", "R10"})
  void sixteenAtOnceUnderOneKeyMakeOneEntry() {
    dossiers().append(entries.signal("first"));
    UUID key = UUID.randomUUID();
    List<Appended> answers = atOnce(i -> dossiers().append(entries.signal("moe", key, null)));
    assertThat(answers).filteredOn(Appended.Done.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Appended.Again.class::isInstance).hasSize(15);
    assertThat(found().version()).isEqualTo(2);
  }

  @Test
  @Covers("R11")
  void sixteenAtOnceLeaveNoGapAndLoseNothing() {
    List<Appended> answers = atOnce(i -> dossiers().append(entries.signal("signal " + i)));
    assertThat(answers).allMatch(Appended.Done.class::isInstance);
    assertThat(found().entries())
        .extracting(Recorded::seq)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 16).mapToObj(i -> (long) i).toList());
    assertThat(found().entries())
        .containsExactlyInAnyOrderElementsOf(
            answers.stream().map(one -> ((Appended.Done) one).recorded()).toList());
  }

  @Test
  void ofSixteenWhoReadTheSameVersionOneWins() {
    dossiers().append(entries.signal("first"));
    List<Appended> answers =
        atOnce(i -> dossiers().append(entries.signal("s" + i, UUID.randomUUID(), 1L)));
    assertThat(answers).filteredOn(Appended.Done.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(new Appended.Stale(2)::equals).hasSize(15);
  }

  @Test
  void entriesOfSeveralDossiersAreAddedTogether() {
    NewEntries others = NewEntries.at("99AA");
    NewEntry own = entries.signal("a");
    NewEntry other = others.signal("b");

    assertThat(dossiers().appendTogether(List.of(own, other)))
        .isEqualTo(new Appended.Done(own.at(1)));

    assertThat(found().entries()).containsExactly(own.at(1));
    assertThat(dossiers().of(others.school(), others.pupil()))
        .singleElement()
        .satisfies(one -> assertThat(one.entries()).containsExactly(other.at(1)));
    assertThat(dossiers().appendTogether(List.of(own, other)))
        .isEqualTo(new Appended.Again(own.at(1)));
    assertThat(found().version()).isEqualTo(1);
  }

  @Test
  @Covers("R06")
  void whenOneOfThemCannotBeAddedNoneIs() {
    NewEntries others = NewEntries.at("99AA");
    NewEntry used = others.signal("b");
    dossiers().append(used);

    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(
            () ->
                dossiers()
                    .appendTogether(
                        List.of(
                            entries.signal("a"),
                            NewEntries.at("99AA").signal("c", used.idempotencyKey(), null))));

    assertThat(dossiers().find(entries.school(), entries.dossier())).isEmpty();
    assertThat(dossiers().append(entries.signal("d"))).isInstanceOf(Appended.Done.class);
    assertThat(found().version()).isEqualTo(1);
  }

  @Test
  void whoReadAnOlderVersionAddsToNoneOfThem() {
    NewEntries others = NewEntries.at("99AA");
    dossiers().append(entries.signal("a"));

    assertThat(
            dossiers()
                .appendTogether(
                    List.of(entries.signal("b", UUID.randomUUID(), 0L), others.signal("c"))))
        .isEqualTo(new Appended.Stale(1));

    assertThat(dossiers().of(others.school(), others.pupil())).isEmpty();
  }

  private Dossier found() {
    return dossiers().find(entries.school(), entries.dossier()).orElseThrow();
  }

  private interface Numbered {
    Appended run(int number);
  }

  private static List<Appended> atOnce(Numbered task) {
    ExecutorService pool = Executors.newFixedThreadPool(16);
    try {
      List<CompletableFuture<Appended>> running =
          IntStream.range(0, 16)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> task.run(i), pool))
              .toList();
      return running.stream().map(CompletableFuture::join).toList();
    } finally {
      pool.shutdown();
    }
  }
}
