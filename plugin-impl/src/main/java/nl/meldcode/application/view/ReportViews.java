package nl.meldcode.application.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meldcode.api.PersonId;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.dossier.ReportVersion;
import nl.meldcode.domain.dossier.Reports;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.Acknowledgement;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.ReportReleased;
import nl.meldcode.domain.entry.SignedSheet;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Relation;
import org.jspecify.annotations.Nullable;

/** The reports of a dossier with the status of each guardian (S3.3, S3.7 to S3.9). */
final class ReportViews {
  /** How a guardian stands to a version before there is an answer. */
  private static final String OFFERED = "AANGEBODEN";

  private final Words words;
  private final DeliveryRows deliveries;

  ReportViews(Words words, DeliveryRows deliveries) {
    this.words = words;
    this.deliveries = deliveries;
  }

  List<ReportRows> of(Reports reports, Family family) {
    Map<String, List<ReportRows.Version>> byMeeting = new LinkedHashMap<>();
    for (ReportVersion version : reports.all()) {
      byMeeting
          .computeIfAbsent(
              version.report().entry().meeting().toString(), meeting -> new ArrayList<>())
          .add(version(version, family));
    }
    return byMeeting.entrySet().stream()
        .map(one -> new ReportRows(one.getKey(), one.getValue()))
        .toList();
  }

  private ReportRows.Version version(ReportVersion version, Family family) {
    MeetingReport report = version.report().entry();
    return new ReportRows.Version(
        version.id().toString(),
        version.number(),
        version.latest(),
        version.report().recorded().at(),
        words.staff(version.report().recorded().author()).name(),
        version.code(),
        version.document().map(Attachment::sha256).orElse(""),
        report.text(),
        report.parentsView(),
        report.agreements(),
        Stream.concat(pupil(version), guardians(version, family)).toList(),
        deliveries.of(version),
        release(version));
  }

  private ReportRows.@Nullable Release release(ReportVersion version) {
    Stated<ReportReleased> last = version.release();
    return last == null
        ? null
        : new ReportRows.Release(
            version.isShown(),
            last.entry().shows() && !version.isShown(),
            last.recorded().at(),
            words.staff(last.recorded().author()).name(),
            deliveries.of(last));
  }

  private Stream<ReportRows.GuardianStatus> pupil(ReportVersion version) {
    return version.asksPupil()
        ? Stream.of(status(version, version.pupil(), words.pupil(), null, null))
        : Stream.empty();
  }

  private Stream<ReportRows.GuardianStatus> guardians(ReportVersion version, Family family) {
    boolean asked = version.asksGuardians();
    return family.guardians().stream()
        .filter(
            one ->
                (asked && one.authority() == Authority.YES) || version.answer(one.id()).isPresent())
        .map(one -> status(version, one.id(), one.name(), one.relation(), one.authority()));
  }

  private ReportRows.GuardianStatus status(
      ReportVersion version,
      PersonId person,
      String name,
      @Nullable Relation relation,
      @Nullable Authority authority) {
    var answer = version.answer(person);
    return new ReportRows.GuardianStatus(
        person.toString(),
        name,
        relation,
        authority,
        answer.map(one -> one.entry().status().name()).orElse(OFFERED),
        answer.map(this::answer).orElse(null));
  }

  private static @Nullable String sheet(Stated<Acknowledgement> stated) {
    SignedSheet sheet = stated.entry().sheet();
    return sheet == null
        ? null
        : stated.recorded().file(sheet.file()).map(Attachment::mediaType).orElse(null);
  }

  private ReportRows.Answer answer(Stated<Acknowledgement> stated) {
    Acknowledgement answer = stated.entry();
    return new ReportRows.Answer(
        stated.recorded().id().toString(),
        answer.on(),
        answer.at(),
        answer.method(),
        answer.guardianView(),
        answer.signedName(),
        answer.note(),
        answer.attempts(),
        answer.guardiansMaySee(),
        sheet(stated),
        words.staff(stated.recorded().author()).name());
  }
}
