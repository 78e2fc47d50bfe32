package nl.meldcode.application.record;

import java.util.stream.Stream;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.Roster.PupilCard;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.domain.dossier.Reports;
import nl.meldcode.domain.family.Guardian;

/** Names on paper. Of another child none is given away, of staff only where that is meant. */
record Names(Caller caller, Redaction redaction, String someone) {
  /** The name of the pupil, a guardian or a member of staff. */
  String of(Object id) {
    Stream<String> staff =
        caller.around().staff().members().stream()
            .filter(one -> redaction.staffNamed() && one.id().equals(id))
            .map(StaffMember::name);
    Stream<String> guardians =
        caller.around().family().guardians().stream()
            .filter(one -> one.id().equals(id))
            .map(Guardian::name);
    Stream<String> pupil =
        Stream.of(caller.around().pupil())
            .filter(one -> one.id().equals(id) || Reports.person(one.id()).equals(id))
            .map(PupilCard::name);
    return Stream.of(staff, guardians, pupil).flatMap(all -> all).findFirst().orElse(someone);
  }

  @Override
  public String toString() {
    return "Names";
  }
}
