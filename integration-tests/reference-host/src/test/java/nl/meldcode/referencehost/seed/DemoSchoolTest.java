package nl.meldcode.referencehost.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.model.Authority;
import nl.meldcode.referencehost.model.Group;
import nl.meldcode.referencehost.model.Household;
import nl.meldcode.referencehost.model.Person;
import nl.meldcode.referencehost.model.Pupil;
import nl.meldcode.referencehost.model.Relation;
import nl.meldcode.referencehost.model.RosterData;
import nl.meldcode.referencehost.store.Roster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoSchoolTest {
  private final Roster roster = new Roster(DemoSchool.create());

  @Test
  void theSchoolIsTheSameAtEveryStart() {
    assertThat(DemoSchool.create()).isEqualTo(DemoSchool.create());
  }

  @Test
  void eachOfTheEightGroupsHasTwentyFivePupilsAndATeacher() {
    assertThat(roster.groups()).hasSize(8);
    assertThat(roster.groups()).allSatisfy(this::isFull);
    assertThat(roster.pupils()).hasSize(200);
  }

  private void isFull(Group group) {
    assertThat(roster.members(group.id())).hasSize(25);
    assertThat(group.staffIds()).hasSize(1);
  }

  @Test
  void aBoardHasMoreSchoolsOfTheSameSizeBesideIt() {
    RosterData data = DemoSchool.board(3);
    Roster board = new Roster(data);
    assertThat(board.schools()).hasSize(3);
    assertThat(board.pupils()).hasSize(200 + 2 * 504);
    assertThat(board.current().name()).isEqualTo("De Vlieger");
    assertThat(board.pupil(Ids.of("pupil", "lotte"))).isPresent();
    assertThat(board.members(Ids.of("group", "s2-5b"))).hasSize(21);
    assertThat(board.groupOf(Ids.of("pupil", "s1-0"))).isPresent();
    assertThat(
            board.staff(Ids.of("staff", "s1-5b")).orElseThrow().teaches(Ids.of("group", "s1-5b")))
        .isTrue();
    assertThat(data.pupils()).extracting(Pupil::id).doesNotHaveDuplicates();
    assertThat(data.persons()).extracting(Person::id).doesNotHaveDuplicates();
    assertThat(data.households()).extracting(Household::id).doesNotHaveDuplicates();
    assertThat(data.relations())
        .allSatisfy(r -> assertThat(board.person(r.personId())).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "lotte, 8, 5",
    "daan, 6, 3",
    "mila, 10, 7",
    "noor, 9, 6",
    "jax, 10, 7",
    "finn, 10, 7",
    "eva, 8, 5",
    "bo, 8, 5",
    "sam, 7, 5",
    "yara, 12, 8"
  })
  void pupilsOfTheScenariosHaveTheirAgeInFebruaryAndInNovember(String name, int age, int group) {
    Pupil pupil = roster.pupil(Ids.of("pupil", name)).orElseThrow();
    int early = pupil.ageOn(LocalDate.of(2026, 2, 9));
    assertThat(pupil.ageOn(LocalDate.of(2026, 11, 25))).isEqualTo(age);
    assertThat(early).isEqualTo(age);
    assertThat(roster.groupOf(pupil.id()).orElseThrow().yearLevel()).isEqualTo(group);
  }

  @Test
  void bothParentsOfLotteHaveAuthority() {
    List<Relation> relations = roster.relations(Ids.of("pupil", "lotte"));
    assertThat(relations).extracting(Relation::parentalAuthority).containsOnly(Authority.YES);
    assertThat(relations)
        .extracting(relation -> roster.person(relation.personId()).orElseThrow())
        .extracting(Person::fullName)
        .containsExactly("Ilse van Dam", "Jeroen Hendriks");
  }

  @ParameterizedTest
  @CsvSource({"lieke, UNKNOWN", "thijs, NO"})
  void thereIsAGuardianWithUnknownAuthorityAndOneWithout(String name, Authority second) {
    assertThat(roster.relations(Ids.of("pupil", name)))
        .extracting(Relation::parentalAuthority)
        .containsExactly(Authority.YES, second);
  }

  @Test
  void aminHasNoGuardians() {
    assertThat(roster.pupil(Ids.of("pupil", "amin"))).isPresent();
    assertThat(roster.relations(Ids.of("pupil", "amin"))).isEmpty();
  }

  @Test
  void brotherAndSisterShareTheirGuardians() {
    UUID noor = Ids.of("pupil", "noor");
    UUID gijs = Ids.of("pupil", "gijs");
    assertThat(roster.siblings(noor)).containsExactly(gijs);
    assertThat(roster.siblings(Ids.of("pupil", "lotte"))).isEmpty();
  }

  @Test
  void aTeacherWhoIsAParentCanBeRecognised() {
    UUID person = roster.staff(Ids.of("staff", "marieke")).orElseThrow().personId();
    assertThat(person).isEqualTo(Ids.of("person", "marieke-bruin"));
    assertThat(roster.childrenOf(Ids.of("person", "marieke-bruin"))).hasSize(1);
  }

  @Test
  void noTwoPupilsHaveTheSameNameAndEveryRelationLeadsSomewhere() {
    assertThat(roster.pupils()).extracting(Pupil::fullName).doesNotHaveDuplicates();
    assertThat(roster.pupils()).extracting(Pupil::number).doesNotHaveDuplicates();
    assertThat(roster.pupils())
        .flatExtracting(pupil -> roster.relations(pupil.id()))
        .isNotEmpty()
        .allSatisfy(r -> assertThat(roster.person(r.personId())).isPresent());
  }
}
