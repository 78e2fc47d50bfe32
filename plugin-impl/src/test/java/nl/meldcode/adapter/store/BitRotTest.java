package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.meldcode.Covers;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.dossier.Dossier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that flips a bit gives right answers or an error, never other words. */
class BitRotTest {
  @TempDir private Path dir;

  @Test
  @Covers("A02")
  void fewFlippedBits() throws IOException {
    flip(20);
  }

  @Test
  @Tag("long")
  @Covers("A02")
  void aThousandFlippedBits() throws IOException {
    flip(1_000);
  }

  private void flip(int times) throws IOException {
    List<NewEntries> dossiers =
        IntStream.range(0, 12).mapToObj(i -> NewEntries.at(i % 2 == 0 ? "99AA" : "99BB")).toList();
    try (OpenStore open = new OpenStore(dir)) {
      for (int i = 0; i < 60; i++) {
        open.store().dossiers().append(dossiers.get(i % 12).signal("woorden ".repeat(30) + i));
      }
    }
    List<List<Dossier>> right = read(dossiers);
    Path database = dir.resolve("plugin/meldcode.db");
    byte[] whole = Files.readAllBytes(database);
    long seed = Long.getLong("seed", new Random().nextLong());
    Random random = new Random(seed);
    List<byte[]> contents = contents(database);
    for (int i = 0; i < times; i++) {
      int bit =
          i % 2 == 0
              ? random.nextInt(whole.length * 8)
              : bitOf(contents.get(random.nextInt(contents.size())), whole, random);
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(database, flipped);
      assertRightOrRefused(dossiers, right, "-Dseed=" + seed + " bit " + bit);
    }
  }

  private static List<byte[]> contents(Path database) {
    List<byte[]> all = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT sealed FROM entry")) {
      while (rows.next()) {
        all.add(rows.getBytes(1));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A bit of what somebody recorded: of the whole file that is only a small part. */
  private static int bitOf(byte[] content, byte[] whole, Random random) {
    int place = 0;
    while (!Arrays.equals(content, 0, content.length, whole, place, place + content.length)) {
      place++;
    }
    return place * 8 + random.nextInt(content.length * 8);
  }

  private void assertRightOrRefused(
      List<NewEntries> dossiers, List<List<Dossier>> right, String where) throws IOException {
    try {
      List<List<Dossier>> read = read(dossiers);
      for (int i = 0; i < right.size(); i++) {
        assertThat(entries(read.get(i))).as(where).isEqualTo(entries(right.get(i)));
      }
    } catch (StartRefused | StoreUnavailable | Tampered expected) {
      assertThat(expected).as(where).isNotNull();
    } finally {
      Files.deleteIfExists(dir.resolve("plugin/meldcode.db-wal"));
      Files.deleteIfExists(dir.resolve("plugin/meldcode.db-shm"));
    }
  }

  private static List<?> entries(List<Dossier> dossiers) {
    return dossiers.stream().map(Dossier::entries).toList();
  }

  private List<List<Dossier>> read(List<NewEntries> dossiers) {
    try (OpenStore open = new OpenStore(dir)) {
      if (open.store().damaged() > 0) {
        throw new Tampered("said at the start");
      }
      return dossiers.stream()
          .map(one -> open.store().dossiers().of(one.school(), one.pupil()))
          .toList();
    }
  }
}
