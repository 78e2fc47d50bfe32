package nl.meldcode.application.record;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.meldcode.api.PersonId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.dossier.ReportVersion;
import nl.meldcode.domain.dossier.Reports;
import nl.meldcode.domain.entry.ReportReleased;
import nl.meldcode.domain.family.Guardian;

/**
 * When a report does not go to the parents' portal (C.3). Taking it out of there again is never
 * refused.
 */
record ReleaseRules(Dossier dossier, Caller caller, Supplier<HostCapabilities> host) {
  /** Why it is not shown; empty when it is. */
  Optional<Outcome.Refused> refusal(ReportReleased release) {
    return release.shows() ? reason(release).map(Outcome.Refused::because) : Optional.empty();
  }

  private Optional<String> reason(ReportReleased release) {
    Optional<ReportVersion> version = new Reports(dossier).version(release.report());
    // What the portal of the host goes by: what is confirmed here alone, it does not know.
    Family family = caller.around().family();
    HostCapabilities can = host.get();
    if (version.filter(ReportVersion::latest).isEmpty()) {
      return Optional.of("report.notLatest");
    }
    if (!version.orElseThrow().asksGuardians()) {
      return Optional.of("guardian.noConsent");
    }
    if (!can.has(Capability.PARENTAL_AUTHORITY) || !family.settled()) {
      return Optional.of("release.authorityUnknown");
    }
    Set<PersonId> all =
        family.withAuthority().stream().map(Guardian::id).collect(Collectors.toSet());
    if (!all.equals(Set.copyOf(release.readers()))) {
      return Optional.of("release.notForAll");
    }
    return can.has(Capability.DOCUMENTS) && can.has(Capability.PARENT_PORTAL)
        ? Optional.empty()
        : Optional.of("release.noPortal");
  }

  @Override
  public String toString() {
    return "ReleaseRules";
  }
}
