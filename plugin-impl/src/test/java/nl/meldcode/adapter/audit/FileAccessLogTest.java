package nl.meldcode.adapter.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.AccessLog.Event;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAccessLogTest {
  private static final Instant NOVEMBER = Instant.parse("2026-11-30T22:00:00Z");
  private static final Instant DECEMBER = Instant.parse("2026-12-01T06:00:00Z");

  @TempDir private Path dir;
  private FileVault vault;

  @BeforeEach
  void open() {
    vault = FileVault.open(dir);
  }

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void whatWasWrittenIsReadInOrderOverRestartsAndMonths() throws IOException {
    Event first = event("a");
    Event second = new Event(NOVEMBER, What.LAUNCH_REFUSED, null, null, null, null, "L1", "launch");
    Event third = event("c");
    write(NOVEMBER, first, second);
    write(DECEMBER, third);
    write(NOVEMBER, event("the clock went back"));
    assertThat(read()).startsWith(first, second, third).hasSize(4);
    assertThat(Segments.files(folder()))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("2026-11.log", "2026-12.log");
  }

  /** Nothing of it is ever deleted, so it outlives the dossier. */
  @Test
  @Covers("A.12.22")
  void whatIsYearsOldIsStillThere() throws IOException {
    write(NOVEMBER, event("then"));
    for (int years = 1; years <= 10; years++) {
      write(NOVEMBER.plus(years * 366L, ChronoUnit.DAYS), event("year " + years));
    }
    assertThat(read()).hasSize(11).first().extracting(Event::subject).isEqualTo("then");
  }

  @Test
  @Covers("A08")
  void theNewestOfASchoolAreReadWhileOthersAreWritten() throws IOException {
    Event elsewhere =
        new Event(NOVEMBER, What.READ, new SchoolId("99BB"), null, null, null, "r", "elsewhere");
    write(NOVEMBER, event("a"), elsewhere, event("b"));
    try (FileAccessLog log = log(DECEMBER)) {
      log.write(event("c"));
      AccessReader reader = new AccessReader(dir, vault);
      Set<SchoolId> school = Set.of(Objects.requireNonNull(event("a").school()));

      assertThat(reader.newest(school, event -> true, 9))
          .extracting(Event::subject)
          .containsExactly("c", "b", "a");
      assertThat(reader.newest(school, event -> !event.subject().equals("c"), 1))
          .extracting(Event::subject)
          .containsExactly("b");
      log.write(event("d"));
      assertThat(reader.newest(school, event -> true, 1))
          .extracting(Event::subject)
          .containsExactly("d");
    }
  }

  @Test
  @Covers("A07")
  void manyAtOnceAreAllWrittenAndShareTheirSyncs() throws IOException {
    List<Event> events = IntStream.range(0, 2_000).mapToObj(i -> event("e" + i)).toList();
    ExecutorService pool = Executors.newFixedThreadPool(16);
    try (FileAccessLog log = log(NOVEMBER)) {
      CompletableFuture.allOf(
              events.stream()
                  .map(event -> CompletableFuture.runAsync(() -> log.write(event), pool))
                  .toArray(CompletableFuture<?>[]::new))
          .join();
      assertThat(log.syncs()).isPositive().isLessThan(events.size() / 2);
    } finally {
      pool.shutdown();
    }
    assertThat(read()).containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  @Covers("R05")
  void anUnfinishedLineIsCutAndNoted() throws IOException {
    write(NOVEMBER, event("a"), event("b"));
    Path file = folder().resolve("2026-11.log");
    Files.writeString(file, "3 99AA 0f0f", StandardOpenOption.APPEND);
    assertThat(read()).hasSize(2);
    write(NOVEMBER, event("c"));
    assertThat(read())
        .extracting(Event::subject)
        .containsExactly("a", "b", "unfinished line of 11 bytes cut off", "c");
  }

  @Test
  @Covers("A01")
  void aChangedDroppedOrMovedLineIsFound() throws IOException {
    write(NOVEMBER, event("a"), event("b"), event("c"), event("d"));
    Path file = folder().resolve("2026-11.log");
    List<String> whole = Files.readAllLines(file);
    for (int i = 0; i < 3; i++) {
      List<String> dropped = new ArrayList<>(whole);
      dropped.remove(i);
      refuses(file, dropped);
      List<String> moved = new ArrayList<>(whole);
      moved.add(i + 1, moved.remove(i));
      refuses(file, moved);
    }
    for (int i = 0; i < whole.get(1).length(); i++) {
      List<String> changed = new ArrayList<>(whole);
      StringBuilder line = new StringBuilder(whole.get(1));
      line.setCharAt(i, line.charAt(i) == '1' ? '2' : '1');
      changed.set(1, line.toString());
      refuses(file, changed);
    }
    Files.write(file, whole);
    assertThat(read()).hasSize(4);
  }

  @Test
  @Covers({"A01", "S25"})
  void aLineWithItsHashesMadeAnewIsStillFound() throws IOException {
    write(NOVEMBER, event("a"), event("b"));
    Path file = folder().resolve("2026-11.log");
    LogLine second = LogLine.of(Files.readAllLines(file).get(1));
    LogLine forged = LogLine.after(LogLine.beginning(), second.school(), second.bytes());
    Files.writeString(file, forged.text());
    assertThatExceptionOfType(Tampered.class).isThrownBy(this::read);
  }

  @Test
  @Covers("A06")
  void whateverIsInAnEventItIsOneLineAndComesBackAsItWas() throws IOException {
    List<Event> hostile = new ArrayList<>();
    Stream.of(
            "a\nb\r\nc",
            "\u001b[31mred\u001b[0m",
            "\"}, {\"what\": \"READ\"",
            "\u202egnorw\u0000\u2028",
            "1 99AA " + LogLine.NO_HASH + " x",
            "x".repeat(1 << 20))
        .map(FileAccessLogTest::event)
        .forEach(hostile::add);
    Stream.of("99 AA", "99\nAA", "1 x\r\n2 y", "%0a", "99\u2028AA", "../99AA")
        .map(FileAccessLogTest::atSchool)
        .forEach(hostile::add);

    write(NOVEMBER, hostile.toArray(Event[]::new));

    assertThat(read()).containsExactlyElementsOf(hostile);
    assertThat(Files.readAllLines(folder().resolve("2026-11.log")))
        .hasSize(hostile.size())
        .allMatch(line -> line.matches("[0-9]+ [\\w%.+*-]+ [0-9a-f]{64} [\\w-]+"));
  }

  @Test
  @Covers("S23")
  void nothingOfAnEventCanBeReadInTheFile() throws IOException {
    Event event = event("Weighing");
    write(NOVEMBER, event);
    String text = Files.readString(folder().resolve("2026-11.log"), ISO_8859_1);
    assertThat(text)
        .contains("99AA")
        .doesNotContain("Weighing", String.valueOf(event.pupil()), String.valueOf(event.staff()));
  }

  @Test
  @Covers("A07")
  void whatCannotBeWrittenIsNotAcknowledged() throws IOException {
    FileAccessLog log = log(NOVEMBER);
    log.write(event("a"));
    log.close();
    Path file = folder().resolve("2026-11.log");
    Path aside = folder().resolve("aside");
    Files.move(file, aside);
    Files.createDirectory(file);
    assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> log.write(event("b")));
    Files.delete(file);
    Files.move(aside, file);
    log.write(event("c"));
    log.close();
    assertThat(read()).extracting(Event::subject).containsExactly("a", "c");
  }

  @Test
  void aLogThatEndsInSomethingElseIsNotContinued() throws IOException {
    write(NOVEMBER, event("a"));
    Files.writeString(folder().resolve("2026-11.log"), "no line\n", StandardOpenOption.APPEND);
    assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> log(NOVEMBER));
  }

  private void refuses(Path file, List<String> lines) throws IOException {
    Files.write(file, lines);
    assertThatExceptionOfType(Tampered.class).isThrownBy(this::read);
  }

  private void write(Instant now, Event... events) throws IOException {
    try (FileAccessLog log = log(now)) {
      for (Event event : events) {
        log.write(event);
      }
    }
  }

  private List<Event> read() {
    List<Event> events = new ArrayList<>();
    new AccessReader(dir, vault).read(events::add);
    return events;
  }

  private FileAccessLog log(Instant now) {
    return FileAccessLog.open(dir, vault, Clock.fixed(now, ZoneOffset.UTC));
  }

  private Path folder() {
    return AccessReader.folder(dir);
  }

  private static Event event(String subject) {
    return event("99AA", subject);
  }

  private static Event atSchool(String school) {
    return event(school, "x");
  }

  private static Event event(String school, String subject) {
    return new Event(
        NOVEMBER,
        What.READ,
        new SchoolId(school),
        new StaffId(UUID.randomUUID()),
        new PupilId(UUID.randomUUID()),
        new DossierId(UUID.randomUUID()),
        "C2.team",
        subject);
  }
}
