package nl.meldcode.application.record;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.emergency.EmergencyAccess;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.school.KeptLists;

/**
 * What came of an attempt to record something. Anything but {@link Done} left no trace in a
 * dossier.
 */
public sealed interface Outcome {
  /**
   * It is on disk.
   *
   * @param again when this very request had been recorded before
   * @param number its number in the dossier; for who may not know that there is one, among what
   *     that person reads
   */
  record Done(Recorded recorded, boolean again, long number) implements Outcome {
    Done(Recorded recorded, boolean again) {
      this(recorded, again, recorded.seq());
    }

    Done numbered(long other) {
      return new Done(recorded, again, other);
    }
  }

  /** The lists of a school are on disk. */
  record Listed(KeptLists lists) implements Outcome {}

  /** An emergency access, or its review, is on disk. */
  record Opened(EmergencyAccess access) implements Outcome {}

  /** A file is on disk; an entry may name it within a day. */
  record Taken(Attachment file) implements Outcome {}

  /** This person sent too many files; so long is to be waited. */
  record TooSoon(Duration left) implements Outcome {}

  /** The virus scanner does not answer, so no file is kept. */
  record NoScanner() implements Outcome {}

  /** This asks that the person has signed in at the host just now. */
  record SignInAgain() implements Outcome {}

  /** Something is wrong with what was sent; all of it is named. */
  record Invalid(List<Fault> faults) implements Outcome {
    public Invalid {
      faults = List.copyOf(faults);
    }
  }

  /** The person may know of the dossier but not do this; these roles may. */
  record Forbidden(Set<Role> mayAct) implements Outcome {
    public Forbidden {
      mayAct = Set.copyOf(mayAct);
    }
  }

  /** Not there, or not for this person: the same answer. */
  record NotThere() implements Outcome {}

  /** The dossier does not take this now; message key under {@code refusal.}. */
  record Refused(String code, List<Fault> faults) implements Outcome {
    public Refused {
      faults = List.copyOf(faults);
    }

    /** Without a part of the body to blame. */
    public static Refused because(String code) {
      return new Refused(code, List.of());
    }
  }

  /** The version that was read must be named. */
  record VersionMissing() implements Outcome {}

  /** Somebody recorded something since. */
  record Stale(long version) implements Outcome {}

  /** The idempotency key was used for something else. */
  record KeyReused() implements Outcome {}
}
