package nl.meldcode.adapter.host;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.port.HostRecord.AcknowledgementItem;
import nl.meldcode.application.port.HostRecord.ReportItem;
import nl.meldcode.domain.entry.AcknowledgementStatus;
import org.jspecify.annotations.Nullable;

/** What is written on the pupil's record and how it is echoed (Host Connect 6.3, 6.4). */
final class RecordJson {
  private static final String VISIBILITY = "restrictedStaff";
  private static final Set<String> AUDIENCE =
      Set.of("careCoordinator", "safeguardingOfficer", "head", "teacher");
  private static final DateTimeFormatter DUTCH = DateTimeFormatter.ofPattern("dd-MM-uuuu");
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private RecordJson() {}

  static String visibility(boolean parents) {
    return parents ? Words.PORTAL : VISIBILITY;
  }

  /** What changes who finds a report: nothing else can be changed. */
  record Change(String visibility) {}

  /** A report. The title is neutral: it shows in lists. */
  record Request(
      String kind,
      UUID externalReference,
      String title,
      String occurredAt,
      UUID authorStaffId,
      String confidentiality,
      String visibility,
      List<String> audienceRoles,
      boolean excludeFromTransfer) {

    static Request of(ReportItem item) {
      return new Request(
          "meetingReport",
          HttpHostRecord.referenceOf(item.entry()),
          "Gespreksverslag " + DUTCH.format(item.meetingOn()),
          noon(item.meetingOn()),
          item.author().value(),
          "restricted",
          VISIBILITY,
          AUDIENCE.stream().sorted().toList(),
          true);
    }

    /** The hour of a talk is not recorded; noon is that day in every zone near. */
    private static String noon(LocalDate day) {
      return day.atTime(LocalTime.NOON).atZone(ZONE).toInstant().toString();
    }
  }

  /** What the host says it stored. What it does not say counts as wider. */
  record Echo(
      UUID id,
      @Nullable UUID pupilId,
      @Nullable UUID externalReference,
      @Nullable String visibility,
      @Nullable List<String> audienceRoles,
      @Nullable Boolean excludeFromTransfer,
      @Nullable String status) {
    Echo {
      requireNonNull(id);
    }

    boolean isAbout(ReportItem item) {
      return isOn(item.pupil())
          && HttpHostRecord.referenceOf(item.entry()).equals(externalReference);
    }

    boolean isOn(PupilId pupil) {
      return pupilId == null || pupilId.equals(pupil.value());
    }

    boolean isDeleted() {
      return "deleted".equals(status);
    }

    boolean isFor(boolean parents) {
      return RecordJson.visibility(parents).equals(visibility);
    }

    /** Narrower than asked is not wider. */
    boolean isWiderThan(boolean parents) {
      return !(isFor(false) || (parents && isFor(true)))
          || audienceRoles == null
          || !AUDIENCE.containsAll(audienceRoles)
          || !Boolean.TRUE.equals(excludeFromTransfer);
    }
  }

  /** An answer as the host has it. What it does not say is not another. */
  record Held(@Nullable String kind, @Nullable UUID personId, @Nullable String documentSha256) {
    boolean is(Answer answer) {
      return (kind == null || kind.equals(answer.kind()))
          && (personId == null || personId.equals(answer.personId()))
          && (documentSha256 == null || documentSha256.equals(answer.documentSha256()));
    }
  }

  /** A guardian's answer to exactly these bytes. Having seen is never agreeing (S3.9). */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      String kind,
      UUID personId,
      UUID registeredByStaffId,
      boolean onBehalfOfPupil,
      String acknowledgedAt,
      String agreement,
      @Nullable String remark,
      UUID documentId,
      String documentSha256,
      @Nullable String method) {

    static Answer of(AcknowledgementItem item) {
      return new Answer(
          Words.kind(item.status()),
          item.guardian().value(),
          item.author().value(),
          false,
          item.at().toString(),
          agreement(item.status()),
          item.remark(),
          HttpHostRecord.documentOf(item.report()),
          item.sha256(),
          Words.method(item.method()));
    }

    private static String agreement(AcknowledgementStatus status) {
      return switch (status) {
        case ONDERTEKEND -> "yes";
        case GEWEIGERD -> "no";
        case GEZIEN, NIET_BEREIKT -> "unknown";
      };
    }

    @Override
    public String toString() {
      return "Answer[" + documentId + "]";
    }
  }
}
