package nl.meldcode.domain.linking;

import static nl.meldcode.domain.entry.LinkKind.POSSIBLE_MATCH;
import static nl.meldcode.domain.entry.LinkKind.SAME_HOUSEHOLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.PupilId;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.linking.Kin.Basis;
import nl.meldcode.domain.linking.Kin.Tie;
import org.junit.jupiter.api.Test;

class KinTest {
  private static final PupilId LOTTE = pupil(1);
  private static final PupilId FINN = pupil(2);
  private static final UUID ILSE = new UUID(1, 1);
  private static final UUID JEROEN = new UUID(1, 2);

  @Test
  @Covers({"P5", "A.10"})
  void aHouseholdIsRegisteredOrHasAGuardianInCommon() {
    assertThat(kind(new Tie(FINN, Basis.REGISTERED, Set.of()))).isEqualTo(SAME_HOUSEHOLD);
    assertThat(kind(new Tie(FINN, Basis.GUARDIAN, Set.of(ILSE)))).isEqualTo(SAME_HOUSEHOLD);
    assertThat(kind(new Tie(FINN, Basis.ADDRESS, Set.of()))).isEqualTo(POSSIBLE_MATCH);
  }

  @Test
  @Covers({"P6", "A.10"})
  void whoCameInThePupilsPlaceIsPerhapsTheSameChildWhateverElseTiesThem() {
    Tie replaced = new Tie(FINN, Basis.REPLACED, Set.of());
    Tie family = new Tie(FINN, Basis.REGISTERED, Set.of());

    Kin kin = new Kin(LOTTE, List.of(family, replaced), Set.of());
    assertThat(kin.replacements()).containsExactly(FINN);
    assertThat(kin.kinds()).isEmpty();
  }

  @Test
  @Covers("A.12.16")
  void aGuardianOfMoreThanSixPupilsIsNoHousehold() {
    assertThat(guardianOf(6).kinds()).containsEntry(FINN, SAME_HOUSEHOLD);
    assertThat(guardianOf(7).kinds()).containsEntry(FINN, POSSIBLE_MATCH);
  }

  @Test
  @Covers("A.12.16")
  void aSecondGuardianOfTheFamilyMakesAHouseholdAllTheSame() {
    List<Tie> ties = new ArrayList<>(guardianOf(7).ties());
    ties.set(0, new Tie(FINN, Basis.GUARDIAN, Set.of(ILSE, JEROEN)));

    assertThat(new Kin(LOTTE, ties, Set.of()).kinds()).containsEntry(FINN, SAME_HOUSEHOLD);
  }

  @Test
  @Covers("A.12.16")
  void anInstitutionIsNoFamily() {
    Tie tie = new Tie(FINN, Basis.GUARDIAN, Set.of(ILSE));

    assertThat(new Kin(LOTTE, List.of(tie), Set.of(ILSE)).kinds())
        .containsEntry(FINN, POSSIBLE_MATCH);
  }

  @Test
  @Covers("A.10")
  void theStrongestTieCountsAndNobodyIsTiedToHimself() {
    Kin kin =
        new Kin(
            LOTTE,
            List.of(
                new Tie(FINN, Basis.ADDRESS, Set.of()),
                new Tie(FINN, Basis.GUARDIAN, Set.of(ILSE)),
                new Tie(FINN, Basis.ADDRESS, Set.of()),
                new Tie(LOTTE, Basis.REGISTERED, Set.of())),
            Set.of());

    assertThat(kin.kinds()).containsOnlyKeys(FINN).containsEntry(FINN, SAME_HOUSEHOLD);
  }

  private static LinkKind kind(Tie tie) {
    return new Kin(LOTTE, List.of(tie), Set.of()).kinds().values().iterator().next();
  }

  /** Lotte and so many other pupils that Ilse is a guardian of that many in all; Finn first. */
  private static Kin guardianOf(int pupils) {
    List<Tie> ties = new ArrayList<>();
    for (int i = 2; i <= pupils; i++) {
      ties.add(new Tie(pupil(i), Basis.GUARDIAN, Set.of(ILSE)));
    }
    return new Kin(LOTTE, ties, Set.of());
  }

  private static PupilId pupil(int number) {
    return new PupilId(new UUID(0, number));
  }
}
