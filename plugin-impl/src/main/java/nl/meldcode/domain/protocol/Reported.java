package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.ParentMeeting;

/** {@code reported}: every talk with parents has a report (S3.3; A.12, 12). */
public record Reported() implements Requirement {
  @Override
  public Optional<Kind> metBy() {
    return Optional.of(Kind.MEETING_REPORT);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    Set<EntryId> reported =
        facts.dossier().all(MeetingReport.class).stream()
            .map(one -> one.entry().meeting())
            .collect(Collectors.toSet());
    return facts.dossier().all(ParentMeeting.class).stream()
        .filter(one -> !reported.contains(one.recorded().id()))
        .map(one -> one.entry().on())
        .map(on -> Lack.of(new Argument.Day(on)).since(on))
        .toList();
  }
}
