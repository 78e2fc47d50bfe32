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

/**
 * A process of its own that appends until it is killed, and prints the idempotency key of each
 * entry that was acknowledged. Told to {@code lie}, it prints before it appends.
 */
final class AppendingProcess {
  private AppendingProcess() {}

  /** Takes the data directory, the dossier, the pupil, and perhaps {@code lie}. */
  public static void main(String[] arguments) {
    NewEntries entries =
        new NewEntries(
            new SchoolId("99AA"),
            DossierId.of(arguments[1]),
            PupilId.of(arguments[2]),
            new StaffId(UUID.randomUUID()));
    boolean lie = Arrays.asList(arguments).contains("lie");
    PrintStream acknowledged = System.out;
    try (OpenStore open = new OpenStore(Path.of(arguments[0]))) {
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
}
