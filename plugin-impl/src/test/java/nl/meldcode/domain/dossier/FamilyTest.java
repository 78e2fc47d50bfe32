package nl.meldcode.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.PersonId;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Guardian;
import nl.meldcode.domain.family.Relation;
import org.junit.jupiter.api.Test;

class FamilyTest {
  @Test
  @Covers("CR3")
  void whoHasAuthorityIsSettledWhenSomebodyHasAndNobodysIsUnknown() {
    assertThat(family().settled()).isFalse();
    assertThat(family(Authority.NO).settled()).isFalse();
    assertThat(family(Authority.UNKNOWN).settled()).isFalse();
    assertThat(family(Authority.YES, Authority.UNKNOWN).settled()).isFalse();
    assertThat(family(Authority.YES, Authority.NO).settled()).isTrue();
    assertThat(family(Authority.YES, Authority.YES).settled()).isTrue();
  }

  @Test
  void aGuardianIsFoundById() {
    Family family = family(Authority.YES, Authority.NO);
    Guardian second = family.guardians().get(1);

    assertThat(family.guardian(second.id())).contains(second);
    assertThat(family.guardian(new PersonId(UUID.randomUUID()))).isEmpty();
    assertThat(family.withAuthority()).containsExactly(family.guardians().get(0));
  }

  private static Family family(Authority... each) {
    return new Family(
        List.of(each).stream()
            .map(
                one ->
                    new Guardian(
                        new PersonId(UUID.randomUUID()), "Ilse van Dam", Relation.MOTHER, one))
            .toList());
  }
}
