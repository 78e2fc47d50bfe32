package nl.meldcode.application.record;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Attachments;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.FileCheck;
import nl.meldcode.application.port.TypedBytes;
import nl.meldcode.application.port.VirusScanner;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.entry.Kind;

/**
 * Keeps a file that somebody sends for the dossier at hand, until an entry names it (S21). Who may
 * record the answer of a guardian may send the sheet that was signed; what no entry names is swept.
 */
public final class TakeUpload {
  /** Bytes of one file. */
  public static final int LARGEST = 10 << 20;

  /** Bytes of all that is kept of one dossier, what was made of its entries included. */
  public static final long MOST_OF_A_DOSSIER = 200L << 20;

  private static final Kind FOR = Kind.ACKNOWLEDGEMENT;

  private final Dossiers dossiers;
  private final Attachments attachments;
  private final Gate gate;
  private final Protection protection;

  /** What stands between what is sent and what is kept. */
  public record Protection(UploadPace pace, VirusScanner scanner, FileCheck check) {}

  public TakeUpload(Dossiers dossiers, Attachments attachments, Gate gate, Protection protection) {
    this.dossiers = dossiers;
    this.attachments = attachments;
    this.gate = gate;
    this.protection = protection;
  }

  /**
   * Keeps it, or says what stands in the way.
   *
   * @param sent reads the bytes; not asked of who may not send any
   * @throws nl.meldcode.application.port.StoreUnavailable when it cannot be kept; nothing was
   */
  public Outcome take(Caller caller, Supplier<byte[]> sent) {
    Place place = Place.of(FOR, caller, dossiers.of(caller.school(), caller.pupil()));
    Optional<Dossier> about = place.about();
    Verdict verdict = gate.decide(caller, FOR.action(), about, FOR.jsonName());
    if (verdict instanceof Verdict.Deny deny) {
      boolean mayKnow = gate.policy().mayKnow(caller, about);
      return mayKnow ? new Outcome.Forbidden(deny.mayAct()) : new Outcome.NotThere();
    }
    if (place instanceof Place.None none) {
      return Outcome.Refused.because(none.code());
    }
    Optional<Duration> wait = protection.pace().waitFor(caller.person().id());
    if (wait.isPresent()) {
      refused(caller, about, UploadPace.RULE);
      return new Outcome.TooSoon(wait.get());
    }
    Dossier dossier = about.orElseThrow();
    return isFull(dossier, 0) ? full() : taken(caller, dossier, sent.get());
  }

  /** A virus is looked for in what was sent, before anything else looks into it. */
  private Outcome taken(Caller caller, Dossier dossier, byte[] sent) {
    return switch (protection.scanner().scan(sent)) {
      case NO_ANSWER -> new Outcome.NoScanner();
      case INFECTED -> {
        refused(caller, Optional.of(dossier), "UPLOADS.INFECTED");
        yield unfit("file.infected");
      }
      case CLEAN -> {
        FileCheck.Checked checked = protection.check().check(sent);
        yield checked instanceof FileCheck.Checked.Fit fit
            ? dossiers.inTurn(
                caller.school(), List.of(caller.pupil()), () -> kept(dossier, fit.file()))
            : unfit(((FileCheck.Checked.Unfit) checked).code());
      }
    };
  }

  private Outcome kept(Dossier dossier, TypedBytes file) {
    return isFull(dossier, file.bytes().length)
        ? full()
        : new Outcome.Taken(
            attachments.put(dossier.school(), dossier.id(), file.mediaType(), file.bytes()));
  }

  private boolean isFull(Dossier dossier, int more) {
    return attachments.size(dossier.school(), dossier.id()) + more > MOST_OF_A_DOSSIER;
  }

  private void refused(Caller caller, Optional<Dossier> dossier, String rule) {
    gate.shows(What.REFUSED, caller, dossier, rule, FOR.jsonName());
  }

  private static Outcome full() {
    return Outcome.Refused.because("upload.full");
  }

  private static Outcome unfit(String code) {
    return new Outcome.Invalid(List.of(new Fault("", code)));
  }
}
