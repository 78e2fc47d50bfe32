package nl.meldcode.application.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.LinkLog;
import nl.meldcode.application.view.Assessments;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.dossier.ReportVersion;
import nl.meldcode.domain.dossier.Reports;
import nl.meldcode.domain.dossier.Requests;
import nl.meldcode.domain.dossier.Retention;
import nl.meldcode.domain.entry.Acknowledgement;
import nl.meldcode.domain.entry.Closure;
import nl.meldcode.domain.entry.DestructionDecision;
import nl.meldcode.domain.entry.DestructionRequest;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.entry.LinkDecision;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.ProtocolMigrated;
import nl.meldcode.domain.entry.ReportReleased;
import nl.meldcode.domain.entry.Rights;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.linking.Link;
import nl.meldcode.domain.linking.LinkChange;

/**
 * What a dossier refuses although the form is right: the two things that are ever blocked (A.12,
 * 17).
 */
public final class Rules {
  private final Assessments assessments;
  private final LinkLog links;
  private final Supplier<HostCapabilities> host;

  /** Takes what it needs; what the host can is asked each time. */
  public Rules(Assessments assessments, LinkLog links, Supplier<HostCapabilities> host) {
    this.assessments = assessments;
    this.links = links;
    this.host = host;
  }

  /** The protocol that the school has chosen for new dossiers. */
  ProtocolId chosenBy(SchoolId school) {
    return assessments.chosenBy(school);
  }

  /** The protocol an entry is recorded under: pinned at opening, until then the school's choice. */
  ProtocolId protocolFor(Dossier dossier, SchoolId school) {
    return dossier.isOpen() ? dossier.protocol() : assessments.chosenBy(school);
  }

  /** Why the dossier does not take this entry now; empty when it does. */
  Optional<? extends Outcome> refusal(Entry entry, Dossier dossier, Caller caller) {
    if (entry instanceof MeetingReport report) {
      return signatory(report, caller);
    }
    if (entry instanceof Acknowledgement answer) {
      return acknowledgement(answer, dossier, caller);
    }
    if (entry instanceof ReportReleased release) {
      return new ReleaseRules(dossier, caller, host).refusal(release);
    }
    if (entry instanceof Closure closure) {
      return closure(closure, dossier, caller);
    }
    if (entry instanceof LinkDecision decision) {
      Link meant = new Link(decision.link(), decision.other(), caller.pupil());
      return wasFound(dossier, meant) ? Optional.empty() : refused("link.unknown");
    }
    if (entry instanceof DestructionDecision decision) {
      return destruction(decision, dossier, caller);
    }
    if (entry instanceof Rights answer) {
      return new RightsRules(dossier, caller, assessments.today()).refusal(answer);
    }
    if (entry instanceof ProtocolMigrated moved) {
      ProtocolId to = ProtocolId.of(moved.to());
      boolean other = assessments.all().contains(to) && !to.equals(dossier.protocol());
      return other ? Optional.empty() : refused("protocol.notAnother");
    }
    return Optional.empty();
  }

  /** Nobody destroys alone, in passing, or what must be kept (A05, C.5). */
  private static Optional<? extends Outcome> destruction(
      DestructionDecision decision, Dossier dossier, Caller caller) {
    Retention retention = new Retention(dossier);
    if (retention.isAnswered(decision.request())) {
      return refused("destruction.answered");
    }
    if (decision.choice() == DestructionDecision.Choice.REFUSE) {
      return Optional.empty();
    }
    boolean own =
        dossier.entry(decision.request()).filter(one -> Policy.isOwn(caller, one)).isPresent();
    if (own) {
      return refused("destruction.alone");
    }
    if (decision.choice() == DestructionDecision.Choice.MINIMISE
        && !mayBeMinimised(decision, dossier)) {
      return refused("destruction.notClosed");
    }
    if (new Reports(dossier).all().stream().anyMatch(ReportVersion::isShown)) {
      return refused("destruction.shown");
    }
    if (retention.isHeld()) {
      return refused("destruction.held");
    }
    if (!new Requests(dossier).open().isEmpty()) {
      return refused("destruction.asked");
    }
    if (retention.hold().filter(one -> Policy.isOwn(caller, one.recorded())).isPresent()) {
      return refused("destruction.lifted");
    }
    return caller.signIn().fresh() ? Optional.empty() : Optional.of(new Outcome.SignInAgain());
  }

  /** What came of it is known once it is closed; of single entries nothing is kept. */
  private static boolean mayBeMinimised(DestructionDecision decision, Dossier dossier) {
    return dossier.closure().isPresent()
        && dossier
            .entry(decision.request())
            .filter(
                one -> one.entry() instanceof DestructionRequest asked && asked.entries().isEmpty())
            .isPresent();
  }

  /** Whether the host ever put that pupil in the place of the dossier's own. */
  boolean isReplacedBy(Dossier dossier, PupilId pupil) {
    return wasFound(dossier, new Link(LinkKind.SAME_PUPIL, dossier.id(), pupil));
  }

  private boolean wasFound(Dossier dossier, Link link) {
    return link.isAmong(
        links.of(dossier.school(), dossier.id()).stream().map(LinkChange::link).toList());
  }

  private static Optional<Outcome.Refused> acknowledgement(
      Acknowledgement answer, Dossier dossier, Caller caller) {
    Optional<ReportVersion> version = new Reports(dossier).version(answer.report());
    if (version.filter(ReportVersion::latest).isEmpty()) {
      return refused("report.notLatest");
    }
    boolean sameBytes =
        version
            .flatMap(ReportVersion::document)
            .filter(document -> document.sha256().equals(answer.documentSha256()))
            .isPresent();
    if (!sameBytes) {
      return refused("report.otherDocument");
    }
    return notAsked(
        version.orElseThrow(), answer.guardian(), caller.around().family().confirmedBy(dossier));
  }

  /** A pupil of 16 or older answers himself, and says whether the guardians may (A.12, 12). */
  private static Optional<Outcome.Refused> notAsked(
      ReportVersion version, PersonId person, Family family) {
    if (person.equals(version.pupil())) {
      return version.asksPupil() ? Optional.empty() : refused("pupil.tooYoung");
    }
    if (!version.asksGuardians()) {
      return refused("guardian.noConsent");
    }
    boolean hasAuthority =
        family.guardian(person).filter(one -> one.authority() == Authority.YES).isPresent();
    return hasAuthority ? Optional.empty() : refused("guardian.noAuthority");
  }

  /** Who signs is frozen with the report: by the date of birth that the host says now. */
  private Optional<Outcome.Refused> signatory(MeetingReport report, Caller caller) {
    boolean pupil =
        MeetingReport.pupilSigns(caller.around().pupil().birthDate(), assessments.today());
    return report.asksPupil() == pupil
        ? Optional.empty()
        : refused(pupil ? "report.pupilSigns" : "report.guardiansSign");
  }

  private Optional<Outcome.Refused> closure(Closure closure, Dossier dossier, Caller caller) {
    if (!closure.reason().agreesWith(dossier.conclusion().orElse(null))) {
      return refused("closure.conclusion");
    }
    Set<String> accepted =
        closure.acceptedGaps().stream()
            .map(Closure.AcceptedGap::requirement)
            .collect(Collectors.toUnmodifiableSet());
    List<Fault> gaps =
        assessments.againstClosing(dossier, caller, accepted).stream()
            .map(finding -> new Fault("/acceptedGaps", "gap." + finding.requirement()))
            .distinct()
            .toList();
    return gaps.isEmpty()
        ? Optional.empty()
        : Optional.of(new Outcome.Refused("closure.gaps", gaps));
  }

  private static Optional<Outcome.Refused> refused(String code) {
    return Optional.of(Outcome.Refused.because(code));
  }
}
