package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.HostileText;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Drafts;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.port.Sessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value that would change a statement put together from it is a value like any other. */
class HostileValuesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final StaffId STAFF = new StaffId(new UUID(0, 1));
  private static final PupilId PUPIL = new PupilId(new UUID(0, 2));

  /** Writing waits for the disk; each way to read is tried with all of them. */
  private static final int WRITTEN = 25;

  private int written;
  @TempDir private Path dir;

  @Test
  @Covers("S16")
  void everyTextIsFoundUnderItselfAndUnderNothingElse() {
    List<String> hostile = HostileText.sql();
    assertThat(hostile).hasSizeGreaterThan(300);
    NewEntries kept = NewEntries.at("99AA");
    try (OpenStore open = new OpenStore(dir)) {
      NewEntry before = kept.signal("voor alles");
      open.store().dossiers().append(before);
      for (String text : hostile) {
        finds(open.store(), text);
      }
      assertThat(open.store().dossiers().find(kept.school(), kept.dossier()))
          .hasValueSatisfying(one -> assertThat(one.entries()).containsExactly(before.at(1)));
      assertThat(open.store().dossiers().pupils()).hasSize(1 + WRITTEN);
    }
  }

  private void finds(SqlStore store, String text) {
    Sessions sessions = store.sessions();
    assertThat(sessions.find(text, NOW)).as(text).isEmpty();
    assertThat(sessions.context(text, text)).as(text).isEmpty();
    assertThat(sessions.wasUsed(text, text)).as(text).isFalse();
    SchoolId school = new SchoolId(text);
    Drafts.Key draft = new Drafts.Key(school, STAFF, PUPIL, text);
    assertThat(store.drafts().find(draft, NOW)).as(text).isEmpty();
    assertThat(store.dossiers().of(school, PUPIL)).as(text).isEmpty();
    assertThat(store.dossiers().recordedUnder(school, new UUID(0, 9))).as(text).isEmpty();
    assertThat(store.lists().latest(school)).as(text).isEmpty();
    assertThat(store.boardRegister().of(school)).as(text).isEmpty();
    assertThat(store.hostPlace().of(text)).as(text).isEmpty();
    if (written < WRITTEN) {
      written++;
      keeps(store, school, draft);
    }
  }

  private static void keeps(SqlStore store, SchoolId school, Drafts.Key draft) {
    String text = school.value();
    Sessions sessions = store.sessions();
    assertThat(sessions.useOnce(text, text, NOW)).as(text).isTrue();
    assertThat(sessions.useOnce(text, text, NOW)).as(text).isFalse();
    Sessions.Session session = new Sessions.Session(text, STAFF, NOW, NOW);
    String secret = sessions.begin(session);
    String context =
        sessions.open(secret, new Sessions.Context(school, PUPIL, Locale.ENGLISH), NOW);
    assertThat(sessions.context(secret, context))
        .as(text)
        .contains(new Sessions.Context(school, PUPIL, Locale.ENGLISH));
    store.drafts().save(draft, text, NOW);
    assertThat(store.drafts().find(draft, NOW)).as(text).map(Drafts.Draft::json).contains(text);
    store.hostPlace().keep(text, text);
    assertThat(store.hostPlace().of(text)).as(text).contains(text);
    NewEntries entries = NewEntries.of(school, PUPIL);
    NewEntry entry = entries.signal(text);
    store.dossiers().append(entry);
    assertThat(store.dossiers().of(school, PUPIL))
        .as(text)
        .singleElement()
        .satisfies(one -> assertThat(one.entries()).containsExactly(entry.at(1)));
  }
}
