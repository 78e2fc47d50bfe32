package nl.meldcode.domain.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meldcode.api.PersonId;
import nl.meldcode.domain.dossier.ReportVersion;
import nl.meldcode.domain.dossier.Reports;
import nl.meldcode.domain.entry.Kind;

/**
 * {@code acknowledgedBy}: every guardian with authority, or a pupil who was 16 or older when it was
 * recorded, has answered the latest version of every report; seen, signed, refused and not reached
 * all count (S3.7 to S3.9; A.12, 12).
 */
public record AcknowledgedBy() implements Requirement {
  @Override
  public Optional<Kind> metBy() {
    return Optional.of(Kind.ACKNOWLEDGEMENT);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    List<Lack> lacks = new ArrayList<>();
    for (ReportVersion version : new Reports(facts.dossier()).latest()) {
      LocalDate offered = Days.recorded(version.report().recorded());
      for (PersonId person : version.signatories(facts.family())) {
        if (version.answer(person).isEmpty()) {
          lacks.add(Lack.of(new Argument.Person(person), new Argument.Day(offered)).since(offered));
        }
      }
    }
    return lacks;
  }
}
