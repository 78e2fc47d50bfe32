package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.meldcode.Covers;
import nl.meldcode.application.health.Backlog;
import nl.meldcode.application.port.Deliveries;
import nl.meldcode.application.port.DeliveriesContract;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.NewEntry;
import org.junit.jupiter.api.Test;

/** Deliveries of a store, and what who looks after it is told of them. */
abstract class StoredDeliveriesContract extends DeliveriesContract {
  abstract StoreForTest kept();

  @Override
  protected Deliveries deliveries() {
    return kept().store().deliveries();
  }

  @Override
  protected Dossiers dossiers() {
    return kept().store().dossiers();
  }

  @Test
  @Covers("P11")
  void whatIsNotDeliveredIsCountedWithTheMomentOfTheOldest() {
    NewEntries first = NewEntries.at("99AA");
    NewEntries second = NewEntries.at("99BB");
    assertThat(kept().store().sight().backlog()).isEqualTo(Backlog.NONE);
    NewEntry oldest = first.signal("a");
    dossiers().append(oldest);
    dossiers().append(first.signal("b"));
    dossiers().append(second.signal("a"));
    deliveries().park(second.school(), second.dossier(), "refused", oldest.at());

    assertThat(kept().store().sight().backlog())
        .isEqualTo(new Backlog(2, 1, Optional.of(oldest.at())));

    deliveries().advance(first.school(), first.dossier(), 2, oldest.at(), false);
    assertThat(kept().store().sight().backlog().waiting()).isEqualTo(1);
  }

  @Test
  @Covers("P11")
  void theStoreWritesAndReadsAndCountsItsRows() {
    dossiers().append(NewEntries.at("99AA").signal("a"));

    kept().store().sight().writeAndRead(kept().open().vault());

    assertThat(kept().store().sight().rowsPerTable())
        .containsEntry("entry", 1L)
        .containsEntry("draft", 0L)
        .hasSizeGreaterThan(8);
  }
}
