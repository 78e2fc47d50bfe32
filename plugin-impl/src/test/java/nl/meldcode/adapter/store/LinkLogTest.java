package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.linking.Link;
import nl.meldcode.domain.linking.LinkChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkLogTest {
  private static final Instant NOW = Instant.parse("2026-02-09T11:00:00.123Z");
  private static final Link LINK =
      new Link(
          LinkKind.POSSIBLE_MATCH,
          new DossierId(UUID.randomUUID()),
          new PupilId(UUID.randomUUID()));

  @TempDir Path dir;

  @Test
  @Covers({"P5", "R05"})
  void changesComeBackAsTheyWereInTheirOrder() {
    LinkChange found = new LinkChange(NOW, LINK, true);
    LinkChange lost = new LinkChange(NOW.plusMillis(1), LINK, false);
    NewEntry first = NewEntries.at("99XX").signal("Viel in slaap.");
    SchoolId school = first.school();
    try (OpenStore open = new OpenStore(dir)) {
      open.store().dossiers().append(first);
      open.store().links().add(school, first.dossier(), found);
      open.store().links().add(school, first.dossier(), lost);
    }
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().links().of(school, first.dossier())).containsExactly(found, lost);
      assertThat(open.store().links().of(school, LINK.other())).isEmpty();
      assertThat(open.store().dossiers().pupils())
          .extracting("pupil")
          .containsExactly(first.pupil());
    }
  }

  @Test
  @Covers("S22")
  void whomALinkLeadsToStandsNowhereInTheClear() throws IOException {
    NewEntry first = NewEntries.at("99XX").signal("Viel in slaap.");
    try (OpenStore open = new OpenStore(dir)) {
      open.store().dossiers().append(first);
      open.store().links().add(first.school(), first.dossier(), new LinkChange(NOW, LINK, true));
      String pupil = new String(Ids.bytes(LINK.pupil().value()), ISO_8859_1);
      try (var files = Files.walk(dir.resolve("plugin")).filter(Files::isRegularFile)) {
        assertThat(files)
            .isNotEmpty()
            .allSatisfy(
                file ->
                    assertThat(Files.readString(file, ISO_8859_1))
                        .doesNotContain(pupil)
                        .doesNotContain("POSSIBLE_MATCH"));
      }
    }
  }
}
