package nl.meldcode.verify;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meldcode.adapter.audit.AccessReader;
import nl.meldcode.adapter.audit.LogEnd;
import nl.meldcode.adapter.seal.SignedHeadsCheck;
import nl.meldcode.adapter.seal.SignedHeadsCheck.Signed;
import nl.meldcode.adapter.store.StoreCheck;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.progress.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Holds a copy of the data against its chains, its heads and what was signed of them (C.7, A01,
 * A03). Needs no secret: nothing is opened, and nothing is told but places and numbers.
 */
public final class Verification {
  private final Path dataDir;
  private final Progress progress;
  private final List<Line> lines = new ArrayList<>();

  private Verification(Path dataDir, Progress progress) {
    this.dataDir = dataDir;
    this.progress = progress;
  }

  /** How a part came out. */
  public enum Verdict {
    GOOD,
    FAULT,
    NOT_LOOKED_AT
  }

  /** One line of the outcome. */
  public record Line(Verdict verdict, String part, String text) {}

  /**
   * All parts, in the order in which they are told.
   *
   * @param keys a file with the plugin's public keys; null to leave the signatures alone
   * @throws nl.meldcode.application.port.StartRefused when something cannot be read at all
   */
  public static List<Line> of(Path dataDir, @Nullable Path keys, Progress progress) {
    Verification all = new Verification(dataDir, progress);
    List<Signed> signed = all.signatures(keys);
    all.dossiers(signed);
    all.accessLog(signed);
    return List.copyOf(all.lines);
  }

  private List<Signed> signatures(@Nullable Path keys) {
    if (keys == null) {
      add(Verdict.NOT_LOOKED_AT, "Handtekeningen", "geef --keys met de openbare sleutels");
      return List.of();
    }
    try {
      List<Signed> signed = SignedHeadsCheck.of(dataDir, keys);
      if (signed.isEmpty()) {
        add(Verdict.FAULT, "Handtekeningen", "er is nog nooit getekend, of heads.signed is weg");
        return signed;
      }
      Signed last = signed.get(signed.size() - 1);
      add(
          Verdict.GOOD,
          "Handtekeningen",
          "%d keer getekend, het laatst op %s".formatted(signed.size(), last.at()));
      return signed;
    } catch (Tampered e) {
      add(Verdict.FAULT, "Handtekeningen", e.getMessage() + " is niet door deze plug-in getekend");
      return List.of();
    }
  }

  private void dossiers(List<Signed> signed) {
    try {
      held(signed);
    } catch (StartRefused e) {
      add(Verdict.FAULT, "Dossiers", String.valueOf(e.getMessage()));
    }
  }

  private void held(List<Signed> signed) {
    List<Long> lengths = signed.stream().map(one -> one.ends().headBytes()).toList();
    Map<Long, String> heads = StoreCheck.headsUpTo(dataDir, lengths);
    signed.stream()
        .filter(one -> !one.ends().headSha256().equals(heads.get(one.ends().headBytes())))
        .findFirst()
        .ifPresent(
            one ->
                add(
                    Verdict.FAULT,
                    "Koppen",
                    "heads.log is niet wat op %s is getekend".formatted(one.at())));
    List<Long> erased = signed.stream().map(one -> one.ends().erasedBytes()).toList();
    Map<Long, String> erasures = StoreCheck.erasuresUpTo(dataDir, erased);
    signed.stream()
        .filter(one -> one.ends().erasedBytes() > 0)
        .filter(one -> !one.ends().erasedSha256().equals(erasures.get(one.ends().erasedBytes())))
        .findFirst()
        .ifPresent(
            one ->
                add(
                    Verdict.FAULT,
                    "Vernietigd",
                    "erasures.log is niet wat op %s is getekend".formatted(one.at())));
    long signedBytes = lengths.stream().mapToLong(Long::longValue).max().orElse(0);
    StoreCheck.Outcome found = StoreCheck.of(dataDir, signedBytes, progress);
    tell(found);
  }

  private void tell(StoreCheck.Outcome found) {
    found.faults().forEach(one -> add(Verdict.FAULT, "Dossiers", one));
    if (found.faults().isEmpty()) {
      add(
          Verdict.GOOD,
          "Dossiers",
          "%d vastleggingen in %d dossiers sluiten aan en reiken tot hun kop, met %d bestanden"
              .formatted(found.entries(), found.dossiers(), found.files()));
    }
    if (!found.destroyed().isEmpty()) {
      add(
          Verdict.NOT_LOOKED_AT,
          "Vernietigd",
          "zonder inhoud, zoals in erasures.log staat; houd dit tegen de bewijzen van de school: "
              + String.join(", ", found.destroyed()));
    }
    if (found.beyond() > 0) {
      add(
          Verdict.NOT_LOOKED_AT,
          "Na de kop",
          "%d vastleggingen staan achter de laatste kop van hun dossier: de stroom viel uit, of iemand voegde ze toe"
              .formatted(found.beyond()));
    }
    add(Verdict.NOT_LOOKED_AT, "Inhoud", "wat verzegeld is, opent alleen de plug-in");
  }

  private void accessLog(List<Signed> signed) {
    Set<LogEnd> wanted = new HashSet<>();
    signed.forEach(one -> wanted.add(new LogEnd(one.ends().logLines(), one.ends().logHash())));
    wanted.removeIf(one -> one.number() == 0);
    try {
      progress.begin("access log", AccessReader.size(dataDir));
      long lines = AccessReader.check(dataDir, wanted::remove, progress::at);
      if (wanted.isEmpty()) {
        add(Verdict.GOOD, "Logboek", "%d regels sluiten op elkaar aan".formatted(lines));
      } else {
        add(Verdict.FAULT, "Logboek", "is na %d regels niet wat is getekend".formatted(lines));
      }
    } catch (Tampered e) {
      add(Verdict.FAULT, "Logboek", e.getMessage() + " is niet wat is geschreven");
    } catch (UncheckedIOException e) {
      add(Verdict.FAULT, "Logboek", "kan niet worden gelezen");
    }
  }

  private void add(Verdict verdict, String part, String text) {
    lines.add(new Line(verdict, part, text));
  }
}
