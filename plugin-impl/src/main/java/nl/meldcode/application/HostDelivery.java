package nl.meldcode.application;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.meldcode.api.EntryId;
import nl.meldcode.application.port.Attachments;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.HostRecord;
import nl.meldcode.application.port.HostRecord.AcknowledgementItem;
import nl.meldcode.application.port.HostRecord.ReleaseItem;
import nl.meldcode.application.port.HostRecord.ReportItem;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.dossier.ReportVersion;
import nl.meldcode.domain.dossier.Reports;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.Acknowledgement;
import nl.meldcode.domain.entry.AcknowledgementStatus;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.ParentMeeting;
import nl.meldcode.domain.entry.ReportReleased;
import nl.meldcode.domain.practice.Practice;
import org.jspecify.annotations.Nullable;

/**
 * What of a dossier goes to the host: versions of reports, the guardians' answers to them and who
 * may find them there, and nothing else (Host Connect 6.3, item 5).
 */
public final class HostDelivery {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private final Attachments attachments;
  private final HostRecord host;
  private final Supplier<HostCapabilities> capabilities;

  /** Takes what it needs; the capabilities are asked each time. */
  public HostDelivery(
      Attachments attachments, HostRecord host, Supplier<HostCapabilities> capabilities) {
    this.attachments = attachments;
    this.host = host;
    this.capabilities = capabilities;
  }

  /**
   * Stores this entry at the host; false when it is of a kind that stays here, or that the host
   * does not take; of a dossier to practise on nothing leaves.
   *
   * @throws nl.meldcode.application.port.HostUnavailable to try again
   * @throws nl.meldcode.application.port.HostRefused never to try again by itself
   * @throws Tampered when the document is not what was recorded
   */
  boolean deliver(Dossier dossier, Recorded recorded) {
    if (Practice.is(dossier)) {
      return false;
    }
    if (recorded.entry() instanceof MeetingReport report && takes(Capability.DOCUMENTS)) {
      Attachment document = document(recorded);
      byte[] pdf = attachments.get(dossier.school(), dossier.id(), document);
      host.storeReport(item(dossier, recorded, report, document), pdf);
      EntryId before = versionBefore(dossier, recorded, report);
      if (before != null) {
        followPortal(dossier, recorded, before);
      }
      return true;
    }
    if (recorded.entry() instanceof Acknowledgement answer
        && takes(Capability.DOCUMENTS)
        && takes(Capability.ACKNOWLEDGEMENTS)) {
      host.storeAcknowledgement(item(dossier, recorded, answer));
      followPortal(dossier, recorded, answer.report());
      return true;
    }
    if (recorded.entry() instanceof ReportReleased release
        && takes(Capability.DOCUMENTS)
        && (takes(Capability.PARENT_PORTAL) || !release.shows())
        && isLast(dossier, recorded, release)) {
      followPortal(dossier, recorded, release.report());
      return true;
    }
    return false;
  }

  /**
   * Brings the portal to where a version that was ever released stands now: what was replaced, or
   * what a pupil no longer wants the parents to read, goes out of it by itself.
   */
  private void followPortal(Dossier dossier, Recorded by, EntryId report) {
    version(dossier, report)
        .filter(one -> one.release() != null)
        .ifPresent(
            one -> host.release(new ReleaseItem(by.pupil(), by.author(), report, one.isShown())));
  }

  /** What was taken back meanwhile is not shown for a moment. */
  private static boolean isLast(Dossier dossier, Recorded recorded, ReportReleased release) {
    return version(dossier, release.report())
        .map(ReportVersion::release)
        .filter(last -> last.recorded().seq() == recorded.seq())
        .isPresent();
  }

  private static Optional<ReportVersion> version(Dossier dossier, EntryId report) {
    return new Reports(dossier).version(report);
  }

  private boolean takes(Capability capability) {
    return capabilities.get().has(capability);
  }

  private static Attachment document(Recorded recorded) {
    if (recorded.attachments().isEmpty()) {
      throw new Tampered("document of " + recorded);
    }
    return recorded.attachments().get(0);
  }

  private static ReportItem item(
      Dossier dossier, Recorded recorded, MeetingReport report, Attachment document) {
    ParentMeeting meeting =
        dossier
            .entry(report.meeting())
            .map(Recorded::entry)
            .filter(ParentMeeting.class::isInstance)
            .map(ParentMeeting.class::cast)
            .orElseThrow(() -> new Tampered("meeting of " + recorded));
    return new ReportItem(
        dossier.school(),
        recorded.pupil(),
        recorded.author(),
        recorded.id(),
        versionBefore(dossier, recorded, report),
        meeting.on(),
        recorded.at(),
        document.sha256(),
        version(dossier, recorded.id()).filter(ReportVersion::isShown).isPresent());
  }

  private static @Nullable EntryId versionBefore(
      Dossier dossier, Recorded recorded, MeetingReport report) {
    List<EntryId> before =
        dossier.all(MeetingReport.class).stream()
            .filter(one -> one.entry().meeting().equals(report.meeting()))
            .map(Stated::recorded)
            .filter(one -> one.seq() < recorded.seq())
            .map(Recorded::id)
            .toList();
    return before.isEmpty() ? null : before.get(before.size() - 1);
  }

  private static AcknowledgementItem item(
      Dossier dossier, Recorded recorded, Acknowledgement answer) {
    return new AcknowledgementItem(
        dossier.school(),
        recorded.pupil(),
        recorded.author(),
        recorded.id(),
        answer.report(),
        answer.guardian(),
        answer.status(),
        answer.method().name(),
        moment(recorded, answer),
        remark(answer),
        answer.documentSha256());
  }

  /** Noon when the hour is not known, but never later than it was recorded. */
  private static Instant moment(Recorded recorded, Acknowledgement answer) {
    LocalTime time = answer.at() == null ? LocalTime.NOON : answer.at();
    Instant said = answer.on().atTime(time).atZone(ZONE).toInstant();
    return said.isAfter(recorded.at()) ? recorded.at() : said;
  }

  /** Their own view, or the reason of a refusal; staff's notes on attempts stay here. */
  private static @Nullable String remark(Acknowledgement answer) {
    boolean refused = answer.status() == AcknowledgementStatus.GEWEIGERD;
    return answer.guardianView() == null && refused ? answer.note() : answer.guardianView();
  }
}
