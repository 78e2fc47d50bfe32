package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import nl.meldcode.Covers;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.adapter.json.JsonEntries;
import nl.meldcode.adapter.json.JsonLists;
import nl.meldcode.adapter.store.FailingDisk.Fault;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.Deliveries;
import nl.meldcode.application.port.Drafts;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.Certificate;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.emergency.EmergencyAccess;
import nl.meldcode.domain.entry.DestructionRequest.Requester;
import nl.meldcode.domain.entry.LinkDecision.Choice;
import nl.meldcode.domain.register.BoardReferral;
import nl.meldcode.domain.school.KeptLists;
import nl.meldcode.domain.school.SchoolLists;
import nl.meldcode.progress.Progress;
import nl.meldcode.sql.SqliteDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each write of each thing that is kept fails in its turn, once and from then on (R06). */
class FailedWritesTest {
  private static final Instant NOW = Instant.parse("2026-03-12T13:00:00.123Z");
  private static final Sessions.Session SESSION =
      new Sessions.Session("school", new StaffId(new UUID(3, 3)), NOW, NOW);

  private final NewEntries entries = NewEntries.at("99AA");
  private final FailingDisk disk = new FailingDisk();

  @TempDir private Path dir;
  private FileVault vault;
  private SqlStore store;

  /** Something that is kept. Done again after it was refused, it comes to the same as done once. */
  private enum Operation {
    RECORD {
      @Override
      Consumer<SqlStore> of(NewEntries in) {
        NewEntry entry = in.signal("Viel in slaap.");
        return store -> kept(store.dossiers().append(entry));
      }
    },
    BEGIN {
      @Override
      Consumer<SqlStore> of(NewEntries in) {
        NewEntry entry = in.next().signal("Kwam zonder jas.");
        return store -> kept(store.dossiers().append(entry));
      }
    },
    RECORD_FOR_TWO {
      @Override
      Consumer<SqlStore> of(NewEntries in) {
        List<NewEntry> both =
            List.of(in.signal("Zij vochten."), NewEntries.at(in.school().value()).signal("Idem."));
        return store -> kept(store.dossiers().appendTogether(both));
      }
    },
    JOIN {
      @Override
      Consumer<SqlStore> of(NewEntries in) {
        NewEntry entry = in.joined(new PupilId(UUID.randomUUID()), Choice.CONFIRMED);
        return store -> kept(store.dossiers().append(entry));
      }
    },
    DRAFT {
      @Override
      Consumer<SqlStore> of(NewEntries in) {
        Drafts.Key key =
            new Drafts.Key(in.school(), in.author(), in.pupil(), "x" + UUID.randomUUID());
        return store -> store.drafts().save(key, "{}", NOW);
      }
    },
    TOKEN {
      @Override
      Consumer<SqlStore> of(NewEntries in) {
        String id = UUID.randomUUID().toString();
        return store -> store.sessions().useOnce("host", id, NOW.plusSeconds(60));
      }
    },
    REFER {
      @Override
      Consumer<SqlStore> of(NewEntries in) {
        BoardReferral referral = new BoardReferral(UUID.randomUUID(), NOW, in.author());
        return store -> store.boardRegister().add(in.school(), referral);
      }
    },
    OPEN_IN_EMERGENCY {
      @Override
      Consumer<SqlStore> of(NewEntries in) {
        EmergencyAccess access =
            new EmergencyAccess(
                UUID.randomUUID(), NOW, in.author(), in.pupil(), in.dossier(), "Nood.", null);
        return store -> store.emergencies().add(in.school(), access);
      }
    },
    DELIVER {
      @Override
      Consumer<SqlStore> of(NewEntries in) {
        AtomicLong next = new AtomicLong();
        return store -> {
          Deliveries all = store.deliveries();
          next.compareAndSet(0, all.state(in.school(), in.dossier()).cursor() + 1);
          all.advance(in.school(), in.dossier(), next.get(), NOW, true);
        };
      }
    },
    PARK {
      @Override
      Consumer<SqlStore> of(NewEntries in) {
        String code = UUID.randomUUID().toString();
        return store -> store.deliveries().park(in.school(), in.dossier(), code, NOW);
      }
    },
    LISTS {
      @Override
      Consumer<SqlStore> of(NewEntries in) {
        AtomicLong version = new AtomicLong();
        SchoolLists lists = new SchoolLists(List.of("Vaak moe"), List.of());
        return store -> {
          long last = store.lists().latest(in.school()).map(KeptLists::version).orElse(0L);
          version.compareAndSet(0, last + 1);
          store
              .lists()
              .add(in.school(), new KeptLists(version.get(), NOW, in.author(), true, lists));
        };
      }
    },
    FOLLOW_HOST {
      @Override
      Consumer<SqlStore> of(NewEntries in) {
        String cursor = UUID.randomUUID().toString();
        return store -> store.hostPlace().keep("school", cursor);
      }
    };

    /** A new one of its kind. */
    abstract Consumer<SqlStore> of(NewEntries in);

    private static void kept(Appended appended) {
      assertThat(appended).isInstanceOfAny(Appended.Done.class, Appended.Again.class);
    }
  }

  /** Everything that can be seen of what is kept. */
  private record Sight(
      Map<String, Long> rows,
      List<Recorded> entries,
      List<BoardReferral> referrals,
      List<EmergencyAccess> emergencies,
      Deliveries.State delivery,
      String place,
      int damaged) {}

  @BeforeEach
  void open() {
    vault = FileVault.open(dir);
    store =
        SqlStore.open(
            dir,
            folder -> SqliteDatabase.of(folder.resolve("meldcode.db"), "db/migration/store", disk),
            vault,
            new JsonEntries(),
            new JsonLists(),
            Clock.systemUTC());
    store.dossiers().append(entries.signal("Vaak moe."));
  }

  @AfterEach
  void close() {
    disk.heal();
    store.close();
    vault.close();
  }

  @ParameterizedTest
  @EnumSource
  @Covers({"R06", "R17"})
  void whatWasRefusedIsWhollyThereOrNotAtAllAndIsKeptByTryingAgain(Operation operation) {
    int failed = 0;
    for (Fault fault : Fault.values()) {
      for (boolean once : List.of(true, false)) {
        for (int n = 1; fails(operation, fault, once, n); n++) {
          failed++;
        }
      }
    }
    assertThat(failed).isGreaterThanOrEqualTo(2 * Fault.values().length);
    Sight last = sight(store);
    close();
    assertThat(StoreCheck.of(dir, 0, Progress.UNHEARD).faults()).isEmpty();
    try (OpenStore anew = new OpenStore(dir)) {
      assertThat(sight(anew.store())).isEqualTo(last);
    }
    open();
  }

  /** Whether it has so many writes; the n-th fails. */
  private boolean fails(Operation operation, Fault fault, boolean once, int number) {
    Consumer<SqlStore> act = operation.of(entries);
    Sight before = sight(store);
    if (once) {
      disk.failOnce(fault, number);
    } else {
      disk.failFrom(fault, number);
    }
    if (!refuses(act)) {
      assertThat(disk.failed()).as("what failed was answered as done").isFalse();
      disk.heal();
      return false;
    }
    assertThat(sight(store).entries()).isEqualTo(before.entries());
    boolean broken = fault != Fault.FULL || (!once && !store.writable());
    assertThat(store.writable()).isEqualTo(!broken);
    if (broken) {
      disk.heal();
      assertThat(refuses(act)).as("nothing succeeds until it was looked at").isTrue();
      store.mend();
    }
    disk.heal();
    Sight mended = sight(store);
    act.accept(store);
    Sight after = sight(store);
    assertThat(after).isNotEqualTo(before);
    assertThat(mended)
        .as("%s %s %d", fault, once, number)
        .isIn(fault.isWritten() ? List.of(before, after) : List.of(before));
    return true;
  }

  private boolean refuses(Consumer<SqlStore> act) {
    try {
      act.accept(store);
      return false;
    } catch (StoreUnavailable | OutOfMemoryError e) {
      return true;
    }
  }

  @Test
  @Covers({"R06", "R07"})
  void aFullDiskIsToldFromOneThatFailsAndNeedsNoMending() {
    disk.failOnce(Fault.FULL, 1);
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> store.dossiers().append(entries.signal("moe")))
        .extracting(StoreUnavailable::why)
        .isEqualTo(StoreUnavailable.Why.NO_ROOM);
    assertThat(store.dossiers().append(entries.signal("moe"))).isInstanceOf(Appended.Done.class);

    disk.failOnce(Fault.NOT_SYNCED, 1);
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> store.dossiers().append(entries.signal("moe")))
        .extracting(StoreUnavailable::why)
        .isEqualTo(StoreUnavailable.Why.FAILED);
    disk.failFrom(Fault.NOT_WRITTEN, 1);
    assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(store::mend);
    assertThat(store.writable()).isFalse();
    disk.heal();
    store.mend();
    assertThat(store.writable()).isTrue();
  }

  /** What does not write over anything that was there has an id of its own at each attempt. */
  @Test
  @Covers("R06")
  void aFileOrSessionThatWasRefusedIsOneThatNobodyKnowsOf() {
    List<Attachment> kept = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      disk.failOnce(fault, 1);
      assertThat(refuses(it -> kept.add(file(it)))).isTrue();
      store.mend();
      disk.failOnce(fault, 1);
      assertThat(refuses(it -> it.sessions().begin(SESSION))).isTrue();
      store.mend();
      disk.heal();
      kept.add(file(store));
      String secret = store.sessions().begin(SESSION);
      assertThat(store.sessions().find(secret, NOW)).isPresent();
      Sessions.Context context =
          new Sessions.Context(entries.school(), entries.pupil(), Locale.ENGLISH);
      disk.failOnce(fault, 1);
      assertThat(refuses(it -> it.sessions().open(secret, context, NOW))).isTrue();
      store.mend();
    }
    assertThat(kept)
        .hasSize(Fault.values().length)
        .allSatisfy(
            one ->
                assertThat(store.attachments().get(entries.school(), entries.dossier(), one))
                    .asString(UTF_8)
                    .isEqualTo("bijlage"));
  }

  private Attachment file(SqlStore in) {
    return in.attachments()
        .put(entries.school(), entries.dossier(), "application/pdf", "bijlage".getBytes(UTF_8));
  }

  @Test
  @Covers({"R06", "S26"})
  void whatIsDestroyedIsGoneAtOnceAndDestroyedWholeOnceTheDiskTakesIt() {
    for (Fault fault : Fault.values()) {
      boolean refused = true;
      for (int n = 1; refused; n++) {
        NewEntries gone = entries.next();
        store.dossiers().append(gone.signal("weg"));
        Certificate certificate =
            new Certificate(
                gone.dossier(), List.of(), NOW, Requester.GUARDIAN, gone.author(), gone.author());
        disk.failFrom(fault, n);
        refused = refuses(it -> it.erasures().erase(gone.school(), certificate));
        disk.heal();
        store.mend();
        store.sweep();
        assertThat(store.dossiers().find(gone.school(), gone.dossier())).isEmpty();
        assertThat(store.erasures().of(gone.school())).contains(certificate);
      }
    }
    close();
    assertThat(StoreCheck.of(dir, 0, Progress.UNHEARD).faults()).isEmpty();
    open();
  }

  private Sight sight(SqlStore of) {
    List<Recorded> all = new ArrayList<>();
    of.dossiers().of(entries.school(), entries.pupil()).forEach(it -> all.addAll(it.entries()));
    return new Sight(
        of.sight().rowsPerTable(),
        all,
        of.boardRegister().of(entries.school()),
        of.emergencies().of(entries.school()),
        of.deliveries().state(entries.school(), entries.dossier()),
        of.hostPlace().of("school").orElse(""),
        of.damaged());
  }
}
