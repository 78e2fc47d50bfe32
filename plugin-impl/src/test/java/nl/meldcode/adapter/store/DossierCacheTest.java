package nl.meldcode.adapter.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import nl.meldcode.Covers;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.domain.dossier.Dossier;
import org.junit.jupiter.api.Test;

class DossierCacheTest {
  private final DossierCache cache = new DossierCache(20);

  @Test
  @Covers("R19")
  void oneOutOfAllBoundsTakesNoPlaceFromTheOthers() {
    List<NewEntries> small = IntStream.range(0, 6).mapToObj(i -> NewEntries.at("99AA")).toList();
    small.forEach(one -> keep(one, 3));
    NewEntries giant = NewEntries.at("99AA");

    keep(giant, 50);
    assertThat(small).allSatisfy(one -> assertThat(cache.find(place(one))).isNotNull());
    assertThat(requireNonNull(cache.find(place(giant))).version()).isEqualTo(50);

    keep(giant, 51);
    keep(giant, 40);
    assertThat(requireNonNull(cache.find(place(giant))).version()).isEqualTo(51);
    cache.forget(place(giant));
    assertThat(cache.find(place(giant))).isNull();
    assertThat(cache.forgotten()).isEqualTo(1);
  }

  @Test
  void oneThatGrowsOutOfBoundsGivesItsPlaceBack() {
    NewEntries growing = NewEntries.at("99AA");
    NewEntries other = NewEntries.at("99AA");
    keep(growing, 10);
    keep(growing, 11);
    keep(other, 10);
    keep(NewEntries.at("99AA"), 10);
    assertThat(cache.find(place(growing))).isNotNull();
    assertThat(cache.find(place(other))).isNotNull();

    keep(NewEntries.at("99AA"), 1);
    assertThat(cache.find(place(other))).isNotNull();
  }

  @Test
  @Covers("S26")
  void whatWasForgottenDoesNotComeBackWithTheNextEntry() {
    NewEntries growing = NewEntries.at("99AA");
    keep(growing, 2);
    cache.grow(place(growing), growing.signal("moe").at(3));
    cache.grow(place(growing), growing.signal("moe").at(5));
    assertThat(requireNonNull(cache.find(place(growing))).version()).isEqualTo(3);

    cache.forget(place(growing));
    cache.grow(place(growing), growing.signal("moe").at(4));
    assertThat(cache.find(place(growing))).isNull();
  }

  private void keep(NewEntries of, int entries) {
    cache.keep(
        place(of),
        new Dossier(
            of.school(),
            IntStream.rangeClosed(1, entries).mapToObj(i -> of.signal("moe").at(i)).toList()));
  }

  private static Place place(NewEntries of) {
    return new Place(of.school(), of.dossier());
  }
}
