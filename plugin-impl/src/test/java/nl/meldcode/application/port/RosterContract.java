package nl.meldcode.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import nl.meldcode.Covers;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.Roster.Surroundings;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.family.Authority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every roster promises, shown on one school: Lotte van den Berg, born 20 December 2017, is in
 * group 5a of Anja Post, and Vera Hof is a guardian of whom nobody said more.
 */
public abstract class RosterContract {
  private static final SchoolId ELSEWHERE = new SchoolId("99999999-0000-4000-8000-000000000000");

  /** What may be wrong with a host. */
  public enum Trouble {
    DOWN,
    LOGIN_PAGE,
    OTHER_JSON,
    JUNK,
    TOO_LARGE,
    HANGS_UP
  }

  /** The roster under test, which asked nothing yet. */
  protected abstract Roster roster();

  protected abstract SchoolId school();

  protected abstract PupilId lotte();

  /** What the host says that it has. */
  protected abstract Set<Capability> offered();

  /** From now on the host answers like that to everything. */
  protected abstract void breakHost(Trouble trouble);

  /** Requests that the host saw. */
  protected abstract int asked();

  protected abstract Instant now();

  protected abstract void pass(Duration time);

  @Test
  void aPupilComesWithNameAgeGroupAndSchool() {
    Surroundings around = roster().around(school(), lotte());

    assertThat(around.pupil().id()).isEqualTo(lotte());
    assertThat(around.pupil().name()).isEqualTo("Lotte van den Berg");
    assertThat(around.pupil().givenName()).isEqualTo("Lotte");
    assertThat(around.pupil().birthDate()).isEqualTo(LocalDate.of(2017, 12, 20));
    assertThat(around.pupil().groupName()).isEqualTo("5a");
    assertThat(around.staff().schoolName()).isEqualTo("De Vlieger");
    assertThat(around.asOf()).isEqualTo(now());
  }

  @Test
  void theTeacherSharesAGroupWithThePupil() {
    Surroundings around = roster().around(school(), lotte());

    StaffMember anja =
        around.staff().members().stream()
            .filter(one -> one.name().equals("Anja Post"))
            .findFirst()
            .orElseThrow();
    assertThat(anja.roles()).containsExactly(Role.LK);
    assertThat(Collections.disjoint(anja.groups(), around.pupil().groups())).isFalse();
    assertThat(roster().staff(school())).isEqualTo(around.staff());
  }

  @Test
  void authorityThatNobodyStatedIsUnknown() {
    assertThat(roster().around(school(), lotte()).family().guardians())
        .filteredOn(one -> one.name().equals("Vera Hof"))
        .hasSize(1)
        .allMatch(one -> one.authority() == Authority.UNKNOWN);
  }

  @Test
  @Covers("O14")
  void thePupilsOfASchoolComeWithTheirGroup() {
    assertThat(roster().pupils(school()))
        .filteredOn(one -> one.id().equals(lotte()))
        .hasSize(1)
        .allMatch(one -> one.name().equals("Lotte van den Berg") && one.groupName().equals("5a"));
    assertThat(roster().groups(school()))
        .containsEntry(lotte(), roster().around(school(), lotte()).pupil().groups());
  }

  @Test
  @Covers("R04")
  void aPupilIsShownAtTheOwnSchoolAlone() {
    assertThat(roster().isPupil(school(), lotte())).isTrue();
    assertThat(roster().isPupil(ELSEWHERE, lotte())).isFalse();
    assertThat(roster().staff(ELSEWHERE).members()).isEmpty();
    assertThatThrownBy(() -> roster().around(ELSEWHERE, lotte()))
        .isInstanceOf(HostUnavailable.class);
  }

  @Test
  void aSecondLookWithinAMinuteAsksNothing() {
    roster().around(school(), lotte());
    int asked = asked();
    pass(Duration.ofSeconds(60));
    roster().around(school(), lotte());
    assertThat(asked()).isEqualTo(asked);

    pass(Duration.ofSeconds(1));
    assertThat(roster().around(school(), lotte()).asOf()).isEqualTo(now());
  }

  @ParameterizedTest
  @EnumSource
  @Covers("R03")
  void whatIsNoAnswerIsToldAsSuch(Trouble trouble) {
    breakHost(trouble);

    assertThatThrownBy(() -> roster().around(school(), lotte()))
        .isInstanceOf(HostUnavailable.class);
    assertThat(roster().isPupil(school(), lotte())).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  @Covers({"R01", "R03"})
  void whatIsNoAnswerLeavesTheLastOneWithItsAgeForHalfADay(Trouble trouble) {
    Surroundings before = roster().around(school(), lotte());
    breakHost(trouble);

    pass(Duration.ofHours(11));
    assertThat(roster().around(school(), lotte())).isEqualTo(before);

    pass(Duration.ofHours(2));
    assertThatThrownBy(() -> roster().around(school(), lotte()))
        .isInstanceOf(HostUnavailable.class);
  }

  @Test
  void aHostSaysWhatItHas() {
    assertThat(roster().capabilities().on()).isEqualTo(offered());
    assertThat(roster().capabilities().off()).doesNotContainAnyElementsOf(offered());
  }
}
