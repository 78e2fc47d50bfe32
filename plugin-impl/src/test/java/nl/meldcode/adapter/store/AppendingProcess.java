package nl.meldcode.adapter.store;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.sql.Postgres;

/**
 * A process of its own that appends until it is killed, and prints the idempotency key of each
 * entry that was acknowledged. Told to {@code lie}, it prints before it appends.
 */
final class AppendingProcess {
  private static final String POSTGRES = "postgres=";

  private AppendingProcess() {}

  /**
   * Takes the data directory, the dossier, the pupil, and perhaps {@code postgres=FILE} and {@code
   * lie}.
   */
  public static void main(String[] arguments) {
    NewEntries entries =
        new NewEntries(
            new SchoolId("99AA"),
            DossierId.of(arguments[1]),
            PupilId.of(arguments[2]),
            new StaffId(UUID.randomUUID()));
    boolean lie = Arrays.asList(arguments).contains("lie");
    PrintStream acknowledged = System.out;
    try (OpenStore open = open(Path.of(arguments[0]), arguments)) {
      while (!acknowledged.checkError()) {
        UUID key = UUID.randomUUID();
        if (lie) {
          acknowledged.println(key);
        }
        Appended appended =
            open.store().dossiers().append(entries.signal("woorden ".repeat(20), key, null));
        if (!lie && appended instanceof Appended.Done) {
          acknowledged.println(key);
        }
      }
    }
  }

  private static OpenStore open(Path dir, String... arguments) {
    return Arrays.stream(arguments)
        .filter(one -> one.startsWith(POSTGRES))
        .map(one -> new OpenStore(dir, Postgres.in(Path.of(one.substring(POSTGRES.length())))))
        .findFirst()
        .orElseGet(() -> new OpenStore(dir));
  }
}
