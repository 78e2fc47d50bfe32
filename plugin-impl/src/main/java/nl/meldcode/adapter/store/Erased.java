package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldcode.files.PrivateFiles;

/** Ledgers of erasures put together, so that a restored copy brings nothing back (C.5). */
public final class Erased {
  /** The ledger's name in a data directory. */
  public static final String LEDGER = ErasureLedger.NAME;

  private Erased() {}

  /**
   * Whether another ledger holds all that the one of a data directory holds, and anything at all: a
   * start makes an empty one, which says nothing of what was destroyed.
   *
   * @throws nl.meldcode.application.port.StartRefused when one of the two is damaged
   */
  public static boolean goesOn(Path dataDir, Path other) {
    Set<ErasureLedger.Gone> there = ErasureLedger.read(other).keySet();
    return !there.isEmpty()
        && there.containsAll(ErasureLedger.read(dataDir.resolve(LEDGER)).keySet());
  }

  /**
   * Adds to the ledger of a data directory what another one names besides. What is there keeps its
   * place: it is what the heads beside it were signed over.
   *
   * @return how many lines were added
   * @throws nl.meldcode.application.port.StartRefused when one of the two is damaged
   */
  public static int add(Path dataDir, Path other) throws IOException {
    Path ledger = dataDir.resolve(LEDGER);
    Map<ErasureLedger.Gone, byte[]> more = ErasureLedger.read(other);
    more.keySet().removeAll(ErasureLedger.read(ledger).keySet());
    if (!Files.exists(ledger)) {
      PrivateFiles.make(ledger);
    }
    String lines =
        more.entrySet().stream()
            .map(one -> ErasureLedger.line(one.getKey(), one.getValue()))
            .collect(Collectors.joining());
    Files.writeString(ledger, lines, UTF_8, StandardOpenOption.APPEND);
    return more.size();
  }
}
