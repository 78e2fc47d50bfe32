package nl.meldcode.application.emergency;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.PupilName;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.emergency.EmergencyAccess;
import org.jspecify.annotations.Nullable;

/** Tells a head and the data protection officer who used emergency access at their school. */
public final class ReadEmergencyAccesses {
  private final Told told;
  private final Roster roster;
  private final Gate gate;

  public ReadEmergencyAccesses(Told told, Roster roster, Gate gate) {
    this.told = told;
    this.roster = roster;
    this.gate = gate;
  }

  /**
   * One as this reader sees it.
   *
   * @param pupil name; null for who may know of no child, and while the host does not say
   * @param reason null for who may know of no child
   * @param note of the review; null as above, or as long as there is none
   * @param mayReview it waits, and is not the reader's own
   */
  public record Seen(
      EmergencyAccess access,
      @Nullable String pupil,
      @Nullable String reason,
      @Nullable String note,
      boolean mayReview) {
    @Override
    public String toString() {
      return "Seen[" + access + "]";
    }
  }

  /**
   * Newest first; the log is written before. Empty for who is not told. The officer, who watches
   * over how it is used, learns of no child: neither who it was about nor why (C.3).
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when the log cannot be written
   */
  public Optional<List<Seen>> of(Visitor visitor) {
    Verdict verdict = gate.decide(visitor, Action.REVIEW_EMERGENCY, "emergency");
    if (!verdict.permitted()) {
      return Optional.empty();
    }
    gate.shows(What.READ, visitor, verdict.rule(), "emergency");
    boolean head = visitor.person().roles().contains(Role.DIR);
    Map<PupilId, PupilName> names = head ? roster.named(visitor.school()) : Map.of();
    return Optional.of(
        told.to(visitor).stream()
            .map(Told.At::access)
            .sorted(Comparator.comparing(EmergencyAccess::at).reversed())
            .map(one -> seen(one, visitor, head, names))
            .toList());
  }

  private static Seen seen(
      EmergencyAccess one, Visitor visitor, boolean content, Map<PupilId, PupilName> names) {
    EmergencyAccess.Review review = one.review();
    PupilName name = one.pupil() == null ? null : names.get(one.pupil());
    return new Seen(
        one,
        name == null ? null : name.name(),
        content ? one.reason() : null,
        content && review != null ? review.note() : null,
        review == null && !one.staff().equals(visitor.person().id()));
  }
}
