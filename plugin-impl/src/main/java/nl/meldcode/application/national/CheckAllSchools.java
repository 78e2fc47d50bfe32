package nl.meldcode.application.national;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongConsumer;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.EveryDossier;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.SchoolMergers;
import nl.meldcode.application.view.Assessments;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.figures.AllSchools;
import nl.meldcode.domain.practice.Practice;

/**
 * Looks at what is missing in all open dossiers of all schools, one dossier at a time, so that it
 * takes no more memory for a country than for a school. It shows numbers alone.
 */
public final class CheckAllSchools {
  private final EveryDossier dossiers;
  private final SchoolMergers mergers;
  private final Roster roster;
  private final Assessments assessments;
  private final Clock clock;

  public CheckAllSchools(
      EveryDossier dossiers,
      SchoolMergers mergers,
      Roster roster,
      Assessments assessments,
      Clock clock) {
    this.dossiers = dossiers;
    this.mergers = mergers;
    this.roster = roster;
    this.assessments = assessments;
    this.clock = clock;
  }

  /** How many dossiers will be looked at, closed ones and those to practise on too. */
  public long count() {
    return dossiers.count();
  }

  /**
   * Does it.
   *
   * @param done is told how many dossiers were looked at
   * @throws nl.meldcode.application.port.StoreUnavailable when they cannot be read
   */
  public AllSchools run(LongConsumer done) {
    Instant begun = clock.instant();
    AllSchools.Sum sum = new AllSchools.Sum();
    long[] seen = {0};
    dossiers.show(
        dossier -> {
          add(sum, dossier);
          done.accept(++seen[0]);
        },
        school -> {
          sum.addDamaged();
          done.accept(++seen[0]);
        });
    return sum.shown(begun);
  }

  private void add(AllSchools.Sum sum, Dossier dossier) {
    if (Practice.is(dossier) || !dossier.isOpen() || dossier.closure().isPresent()) {
      return;
    }
    SchoolId school = mergers.now().successor(dossier.school());
    try {
      sum.add(
          school,
          assessments.of(
              dossier, assessments.facts(dossier, school, roster.known(school, dossier.pupil()))));
    } catch (HostUnavailable e) {
      sum.addUnknown();
    }
  }
}
