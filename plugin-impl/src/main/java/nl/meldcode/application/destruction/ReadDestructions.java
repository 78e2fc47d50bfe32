package nl.meldcode.application.destruction;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.destruction.ReadDestructions.Waiting.Subject;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Erasures;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.PupilName;
import nl.meldcode.application.port.SchoolMergers;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Certificate;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Requests;
import nl.meldcode.domain.dossier.Retention;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.AccessRequest;
import nl.meldcode.domain.entry.AskedOfSchool;
import nl.meldcode.domain.entry.DestructionRequest.Requester;
import org.jspecify.annotations.Nullable;

/** Shows what was destroyed at a school; to the head also what is asked for, or due (C.5). */
public final class ReadDestructions {
  private final Dossiers dossiers;
  private final Erasures erasures;
  private final SchoolMergers mergers;
  private final Roster roster;
  private final Gate gate;

  public ReadDestructions(
      Dossiers dossiers, Erasures erasures, SchoolMergers mergers, Roster roster, Gate gate) {
    this.dossiers = dossiers;
    this.erasures = erasures;
    this.mergers = mergers;
    this.roster = roster;
    this.gate = gate;
  }

  /**
   * A dossier about which something is to be decided.
   *
   * @param pupil name; empty when the pupil is not at the school any more, or the host is away
   * @param requester who asks for destruction; null where it is about something else
   * @param due the last day for an answer, or the day from which it may go
   * @param held whether it must be kept
   */
  public record Waiting(
      String pupil, Subject subject, @Nullable Requester requester, LocalDate due, boolean held) {
    /** What it is about. */
    public enum Subject {
      ACCESS,
      RECTIFICATION,
      DESTRUCTION,
      /** Nobody asked, but nothing was found in it and that is long ago. */
      REVIEW,
      /** Nobody asked, but the pupil left long ago. */
      LEFT
    }

    @Override
    public String toString() {
      return "Waiting";
    }
  }

  /** What one visitor sees; certificates newest first. */
  public record Seen(List<Waiting> waiting, List<Certificate> certificates) {}

  /**
   * Empty for who may not see it; the log is written before.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when the log cannot be written
   */
  public Optional<Seen> of(Visitor visitor) {
    Verdict verdict = gate.decide(visitor, Action.READ_DESTRUCTIONS, "destructions");
    if (!verdict.permitted()) {
      return Optional.empty();
    }
    gate.shows(What.READ, visitor, verdict.rule(), "destructions");
    List<Certificate> certificates =
        mergers.now().partsOf(visitor.school()).stream()
            .flatMap(school -> erasures.of(school).stream())
            .sorted(Comparator.comparing(Certificate::at).reversed())
            .toList();
    boolean content = visitor.person().roles().contains(Role.DIR);
    return Optional.of(new Seen(content ? waiting(visitor) : List.of(), certificates));
  }

  private List<Waiting> waiting(Visitor visitor) {
    LocalDate today = LocalDate.ofInstant(gate.now(), gate.clock().getZone());
    Map<PupilId, PupilName> names = roster.named(visitor.school());
    return dossiers.at(visitor.school()).stream()
        .flatMap(id -> readable(visitor.school(), id))
        .filter(
            one ->
                gate.policy()
                    .decide(visitor, Action.READ_DESTRUCTIONS, Optional.of(one))
                    .permitted())
        .flatMap(one -> waiting(one, whom(one, visitor.school(), names), today))
        .sorted(Comparator.comparing(Waiting::due))
        .toList();
  }

  /** Of whom, and since when not at the school any more. */
  private record Whose(String name, Optional<LocalDate> leftOn) {
    @Override
    public String toString() {
      return "Whose";
    }
  }

  /** The list of pupils no longer holds who left; such a one is asked for. */
  private Whose whom(Dossier dossier, SchoolId school, Map<PupilId, PupilName> names) {
    PupilName present = names.get(dossier.pupil());
    return present != null
        ? new Whose(present.name(), Optional.empty())
        : Stream.of(school, dossier.school())
            .flatMap(at -> who(at, dossier.pupil()).stream())
            .findFirst()
            .orElse(new Whose("", Optional.empty()));
  }

  /** Empty for who never was at that school, and while the host is away. */
  private Optional<Whose> who(SchoolId school, PupilId pupil) {
    try {
      String name = roster.around(school, pupil).pupil().name();
      return Optional.of(new Whose(name, roster.leftOn(school, pupil)));
    } catch (HostUnavailable e) {
      return Optional.empty();
    }
  }

  /** That a dossier is damaged is said where it is read; the others are shown. */
  private Stream<Dossier> readable(SchoolId school, DossierId id) {
    try {
      return dossiers.find(school, id).stream();
    } catch (Tampered e) {
      return Stream.empty();
    }
  }

  private static Stream<Waiting> waiting(Dossier dossier, Whose whose, LocalDate today) {
    String pupil = whose.name();
    Retention retention = new Retention(dossier);
    boolean held = retention.isHeld();
    Stream<Waiting> asked =
        new Requests(dossier)
            .open().stream()
                .map(one -> new Waiting(pupil, subject(one), null, one.entry().due(), held));
    Optional<Waiting> destruction =
        retention
            .asked()
            .map(Stated::entry)
            .map(one -> new Waiting(pupil, Subject.DESTRUCTION, one.requester(), one.due(), held));
    Optional<Waiting> left =
        whose
            .leftOn()
            .map(day -> new Waiting(pupil, Subject.LEFT, null, Retention.overOn(day), held));
    Optional<Waiting> review =
        retention.reviewOn().map(day -> new Waiting(pupil, Subject.REVIEW, null, day, held));
    Stream<Waiting> over =
        Stream.of(left, review)
            .flatMap(Optional::stream)
            .filter(one -> destruction.isEmpty() && !one.due().isAfter(today))
            .limit(1);
    return Stream.of(asked, destruction.stream(), over).flatMap(all -> all);
  }

  private static Subject subject(Stated<AskedOfSchool> asked) {
    return asked.entry() instanceof AccessRequest ? Subject.ACCESS : Subject.RECTIFICATION;
  }
}
