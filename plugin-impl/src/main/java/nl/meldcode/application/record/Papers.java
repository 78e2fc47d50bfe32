package nl.meldcode.application.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.Attachments;
import nl.meldcode.application.port.Documents;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.text.DutchDates;
import nl.meldcode.application.text.Texts;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.dossier.ReportVersion;
import nl.meldcode.domain.dossier.Reports;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.AccessDecision;
import nl.meldcode.domain.entry.AccessDecision.Choice;
import nl.meldcode.domain.entry.Acknowledgement;
import nl.meldcode.domain.entry.Chronology;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.ParentMeeting;
import nl.meldcode.domain.entry.SignalLog;
import nl.meldcode.domain.entry.VeiligThuisReport;
import nl.meldcode.domain.family.Guardian;
import nl.meldcode.domain.practice.Practice;
import org.jspecify.annotations.Nullable;

/**
 * Renders the document of an entry that has one and stores its bytes, before the entry itself is
 * recorded. Documents are in Dutch and name no other child.
 */
public final class Papers {
  private static final String PDF = "application/pdf";

  private final Documents real;
  private final Documents practice;
  private final Attachments attachments;
  private final SignedSheets sheets;
  private final Texts texts;
  private final Roster roster;

  public Papers(Documents documents, Attachments attachments, Texts texts, Roster roster) {
    this.roster = roster;
    this.real = documents;
    this.practice = documents.toPractise();
    this.attachments = attachments;
    this.sheets = new SignedSheets(attachments);
    this.texts = texts;
  }

  /** The documents of an entry with which a dossier begins; only a report can be one. */
  List<Attachment> first(DossierId dossier, EntryId id, Entry entry, Caller caller) {
    return entry instanceof VeiligThuisReport report
        ? List.of(store(caller.school(), dossier, reportPackage(id, report, caller, null)))
        : List.of();
  }

  /** What is wrong with the file that an entry names; empty when it is there, or it names none. */
  List<Fault> faults(Entry entry, Dossier dossier) {
    return SignedSheets.namedBy(entry)
        .filter(sheet -> sheets.find(sheet, dossier).isEmpty())
        .map(sheet -> List.of(new Fault("/sheet", "sheet.unknown")))
        .orElse(List.of());
  }

  private Documents of(Caller caller) {
    return Practice.is(caller.pupil()) ? practice : real;
  }

  /**
   * The files of an entry that is about to be recorded; empty for most kinds. First what is made of
   * it, then what was sent with it.
   */
  List<Attachment> of(EntryId id, Entry entry, Caller caller, Dossier dossier, LocalDate today) {
    return Stream.concat(
            pdf(id, entry, caller, dossier, today).stream()
                .map(bytes -> store(dossier.school(), dossier.id(), bytes)),
            SignedSheets.namedBy(entry).stream()
                .flatMap(sheet -> sheets.find(sheet, dossier).stream()))
        .toList();
  }

  private Optional<byte[]> pdf(
      EntryId id, Entry entry, Caller caller, Dossier dossier, LocalDate today) {
    if (entry instanceof MeetingReport report) {
      return Optional.of(report(id, report, caller, dossier, today));
    }
    if (entry instanceof Acknowledgement answer) {
      return Optional.of(reaction(answer, caller, dossier));
    }
    if (entry instanceof VeiligThuisReport report) {
      return Optional.of(reportPackage(id, report, caller, dossier));
    }
    if (entry instanceof SignalLog log) {
      Listings listings = new Listings(texts, caller, dossier);
      return Optional.of(of(caller).listing(listings.signalLog(ReportVersion.codeOf(id), log)));
    }
    if (entry instanceof Chronology all) {
      Listings listings = new Listings(texts, caller, dossier);
      return Optional.of(of(caller).listing(listings.chronology(ReportVersion.codeOf(id), all)));
    }
    if (entry instanceof AccessDecision decision && decision.choice() == Choice.GIVE) {
      return Optional.of(accessCopy(id, decision, caller, dossier));
    }
    return Optional.empty();
  }

  private byte[] accessCopy(EntryId id, AccessDecision decision, Caller caller, Dossier dossier) {
    Redaction redaction = Redaction.of(decision, dossier, caller, roster);
    Listings listings = new Listings(texts, caller, dossier, redaction);
    return of(caller).listing(listings.accessCopy(ReportVersion.codeOf(id), decision));
  }

  private byte[] reportPackage(
      EntryId id, VeiligThuisReport report, Caller caller, @Nullable Dossier dossier) {
    Listings listings = new Listings(texts, caller, dossier);
    return of(caller).listing(listings.reportPackage(ReportVersion.codeOf(id), report));
  }

  private Attachment store(SchoolId school, DossierId dossier, byte[] bytes) {
    return attachments.put(school, dossier, PDF, bytes);
  }

  private byte[] report(
      EntryId id, MeetingReport report, Caller caller, Dossier dossier, LocalDate today) {
    ParentMeeting meeting = meeting(report, dossier);
    long earlier =
        dossier.all(MeetingReport.class).stream()
            .filter(one -> one.entry().meeting().equals(report.meeting()))
            .count();
    return of(caller)
        .report(
            new Documents.ReportSheet(
                caller.around().staff().schoolName(),
                caller.around().pupil().name(),
                meeting.on(),
                meeting.place(),
                present(meeting, caller, dossier),
                report.text(),
                report.parentsView(),
                report.agreements(),
                (int) earlier + 1,
                ReportVersion.codeOf(id),
                nameOf(caller),
                today,
                report.asksPupil()));
  }

  private byte[] reaction(Acknowledgement answer, Caller caller, Dossier dossier) {
    ReportVersion version =
        new Reports(dossier)
            .version(answer.report())
            .orElseThrow(() -> new IllegalStateException("checked before"));
    Answering who = answering(version, answer, caller, dossier);
    return of(caller)
        .reaction(
            new Documents.ReactionSheet(
                caller.around().staff().schoolName(),
                caller.around().pupil().name(),
                meeting(version.report().entry(), dossier).on(),
                version.number(),
                version.code(),
                answer.documentSha256(),
                who.name(),
                who.capacity(),
                say("view.answer." + answer.status()),
                moment(answer),
                answer.guardianView(),
                answer.signedName(),
                nameOf(caller),
                answer.guardiansMaySee()));
  }

  private record Answering(String name, String capacity) {
    @Override
    public String toString() {
      return "Answering";
    }
  }

  private Answering answering(
      ReportVersion version, Acknowledgement answer, Caller caller, Dossier dossier) {
    if (answer.guardian().equals(version.pupil())) {
      return new Answering(caller.around().pupil().name(), say("view.pupil"));
    }
    Guardian guardian =
        caller.around().family().confirmedBy(dossier).guardian(answer.guardian()).orElseThrow();
    return new Answering(guardian.name(), say("view.relation." + guardian.relation()));
  }

  private static ParentMeeting meeting(MeetingReport report, Dossier dossier) {
    return dossier
        .entry(report.meeting(), ParentMeeting.class)
        .map(Stated::entry)
        .orElseThrow(() -> new IllegalStateException("checked before"));
  }

  private List<String> present(ParentMeeting meeting, Caller caller, Dossier dossier) {
    List<String> present = new ArrayList<>();
    Family family = caller.around().family().confirmedBy(dossier);
    for (Guardian guardian : family.guardians()) {
      if (meeting.guardiansPresent().contains(guardian.id())) {
        present.add(guardian.name() + " (" + say("view.relation." + guardian.relation()) + ")");
      }
    }
    if (meeting.pupilPresent()) {
      present.add(caller.around().pupil().name());
    }
    for (StaffMember member : caller.around().staff().members()) {
      if (meeting.schoolParticipants().contains(member.id())) {
        present.add(member.name());
      }
    }
    return present;
  }

  private static String moment(Acknowledgement answer) {
    String day = DutchDates.day(answer.on());
    return answer.at() == null ? day : day + " om " + DutchDates.time(answer.at()) + " uur";
  }

  private static String nameOf(Caller caller) {
    return caller
        .around()
        .staff()
        .member(caller.person().id())
        .map(StaffMember::name)
        .orElseThrow();
  }

  private String say(String key) {
    return texts.say(DutchDates.DUTCH, key);
  }
}
