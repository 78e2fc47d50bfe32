package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import nl.meldcode.Covers;
import nl.meldcode.application.health.Backlog;
import nl.meldcode.application.port.Deliveries;
import nl.meldcode.application.port.DeliveriesContract;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.NewEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeliveriesTest extends DeliveriesContract {
  @TempDir private Path dir;
  private OpenStore open;

  @BeforeEach
  void open() {
    open = new OpenStore(dir);
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  @Covers("P11")
  void whatIsNotDeliveredIsCountedWithTheMomentOfTheOldest() {
    NewEntries first = NewEntries.at("99AA");
    NewEntries second = NewEntries.at("99BB");
    assertThat(open.store().sight().backlog()).isEqualTo(Backlog.NONE);
    NewEntry oldest = first.signal("a");
    dossiers().append(oldest);
    dossiers().append(first.signal("b"));
    dossiers().append(second.signal("a"));
    deliveries().park(second.school(), second.dossier(), "refused", oldest.at());

    assertThat(open.store().sight().backlog())
        .isEqualTo(new Backlog(2, 1, Optional.of(oldest.at())));

    deliveries().advance(first.school(), first.dossier(), 2, oldest.at(), false);
    assertThat(open.store().sight().backlog().waiting()).isEqualTo(1);
  }

  @Test
  @Covers("P11")
  void theStoreWritesAndReadsAndCountsItsRows() {
    dossiers().append(NewEntries.at("99AA").signal("a"));

    open.store().sight().writeAndRead(open.vault());

    assertThat(open.store().sight().rowsPerTable())
        .containsEntry("entry", 1L)
        .containsEntry("draft", 0L)
        .hasSizeGreaterThan(8);
  }

  @Override
  protected Deliveries deliveries() {
    return open.store().deliveries();
  }

  @Override
  protected Dossiers dossiers() {
    return open.store().dossiers();
  }
}
