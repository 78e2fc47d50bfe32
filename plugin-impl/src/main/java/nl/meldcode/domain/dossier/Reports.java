package nl.meldcode.domain.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.domain.entry.Acknowledgement;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.ReportReleased;

/** All versions of all reports of a dossier, oldest first. */
public final class Reports {
  private final List<ReportVersion> versions = new ArrayList<>();

  /** Reads them from the dossier. */
  public Reports(Dossier dossier) {
    Map<EntryId, EntryId> latestOfMeeting = new HashMap<>();
    List<Stated<MeetingReport>> reports = dossier.all(MeetingReport.class);
    reports.forEach(one -> latestOfMeeting.put(one.entry().meeting(), one.recorded().id()));
    Map<EntryId, Integer> numbers = new HashMap<>();
    PersonId pupil = person(dossier.pupil());
    Map<EntryId, Map<PersonId, Stated<Acknowledgement>>> answers = answers(dossier, pupil);
    Map<EntryId, Stated<ReportReleased>> releases = new HashMap<>();
    dossier.all(ReportReleased.class).forEach(one -> releases.put(one.entry().report(), one));
    for (Stated<MeetingReport> one : reports) {
      EntryId id = one.recorded().id();
      int number = numbers.merge(one.entry().meeting(), 1, Integer::sum);
      boolean latest = id.equals(latestOfMeeting.get(one.entry().meeting()));
      versions.add(
          new ReportVersion(
              one, number, latest, pupil, answers.getOrDefault(id, Map.of()), releases.get(id)));
    }
  }

  private Reports(List<ReportVersion> some) {
    versions.addAll(some);
  }

  /** What was known of them once that entry was recorded. */
  public Reports upTo(long seq) {
    return new Reports(
        versions.stream()
            .filter(one -> one.report().recorded().seq() <= seq)
            .map(one -> one.upTo(seq))
            .toList());
  }

  /** All versions, oldest first. */
  public List<ReportVersion> all() {
    return List.copyOf(versions);
  }

  /** The newest version of each talk's report. */
  public List<ReportVersion> latest() {
    return versions.stream().filter(ReportVersion::latest).toList();
  }

  /** The version that is this entry. */
  public Optional<ReportVersion> version(EntryId id) {
    return versions.stream().filter(version -> version.id().equals(id)).findFirst();
  }

  /** The pupil as somebody who can answer. */
  public static PersonId person(PupilId pupil) {
    return new PersonId(pupil.value());
  }

  /** The last answer of each person to each version; a pupil answers under any registration. */
  private static Map<EntryId, Map<PersonId, Stated<Acknowledgement>>> answers(
      Dossier dossier, PersonId pupil) {
    Set<PersonId> self =
        dossier.registrations().stream().map(Reports::person).collect(Collectors.toSet());
    Map<EntryId, Map<PersonId, Stated<Acknowledgement>>> last = new HashMap<>();
    for (Stated<Acknowledgement> answer : dossier.all(Acknowledgement.class)) {
      PersonId said = answer.entry().guardian();
      last.computeIfAbsent(answer.entry().report(), report -> new HashMap<>())
          .put(self.contains(said) ? pupil : said, answer);
    }
    return last;
  }
}
