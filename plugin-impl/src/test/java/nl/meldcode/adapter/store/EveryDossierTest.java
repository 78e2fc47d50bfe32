package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nl.meldcode.Covers;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.sqlite.SqliteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All dossiers along their keys, in either database. */
class EveryDossierTest {
  @RegisterExtension private final StoreForTest file = StoreForTest.inSqlite();
  @RegisterExtension private final StoreForTest server = StoreForTest.inPostgres();
  private final List<Dossier> shown = new ArrayList<>();
  private final List<SchoolId> damaged = new ArrayList<>();

  private void show(SqlStore store) {
    shown.clear();
    store.everyDossier().show(shown::add, damaged::add);
  }

  @Test
  void eachIsShownOnceWholeAndSchoolBySchool() {
    for (SqlStore store : List.of(file.store(), server.store())) {
      show(store);
      assertThat(shown).isEmpty();
      // More than are looked up at once.
      List<NewEntries> all =
          IntStream.range(0, 620)
              .mapToObj(i -> NewEntries.at(i % 3 == 0 ? "99BB" : i % 3 == 1 ? "99AA" : "99CC"))
              .toList();
      for (NewEntries one : all) {
        store.dossiers().append(one.signal("a"));
      }
      store.dossiers().append(all.get(7).signal("b"));

      show(store);

      assertThat(store.everyDossier().count()).isEqualTo(all.size());
      assertThat(shown)
          .extracting(Dossier::id)
          .containsExactlyInAnyOrderElementsOf(all.stream().map(NewEntries::dossier).toList());
      assertThat(shown)
          .extracting(one -> one.school().value())
          .isSortedAccordingTo(Comparator.naturalOrder());
      assertThat(shown)
          .filteredOn(one -> one.id().equals(all.get(7).dossier()))
          .allSatisfy(one -> assertThat(one.entries()).hasSize(2));
    }
  }

  @Test
  @Covers({"A01", "R19"})
  void oneThatWasTamperedWithKeepsNobodyElseBack() throws SQLException {
    NewEntries good = NewEntries.at("99AA");
    NewEntries bad = NewEntries.at("99BB");
    for (NewEntries one : List.of(good, bad, good)) {
      file.store().dossiers().append(one.signal("a"));
    }
    try (Connection connection = new SqliteFile(file.data().resolve("plugin/meldcode.db")).open();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TRIGGER entry_is_never_changed");
      statement.execute(
          "UPDATE entry SET sealed = randomblob(length(sealed)) WHERE school = '99BB'");
    }
    show(file.store());

    assertThat(shown).extracting(Dossier::id).containsExactly(good.dossier());
    assertThat(damaged).containsExactly(bad.school());
  }
}
