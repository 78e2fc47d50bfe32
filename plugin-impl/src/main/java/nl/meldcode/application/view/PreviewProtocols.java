package nl.meldcode.application.view;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.text.Texts;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.protocol.Facts;
import nl.meldcode.domain.protocol.Finding;
import nl.meldcode.domain.protocol.Message;

/** Shows what would become missing before an open dossier moves to another protocol. */
public final class PreviewProtocols {
  private final Dossiers dossiers;
  private final Gate gate;
  private final Assessments assessments;
  private final Texts texts;

  public PreviewProtocols(Dossiers dossiers, Gate gate, Assessments assessments, Texts texts) {
    this.dossiers = dossiers;
    this.gate = gate;
    this.assessments = assessments;
    this.texts = texts;
  }

  /** The other protocols there are; empty when the caller may not choose one. */
  public Optional<List<ProtocolChange>> preview(Caller caller) {
    List<Dossier> all = dossiers.of(caller.school(), caller.pupil());
    Optional<Dossier> atHand = caller.atHand(all);
    boolean permitted = gate.decide(caller, Action.DECIDE, atHand, "protocols").permitted();
    return atHand.filter(one -> permitted).map(one -> changes(caller, one));
  }

  private List<ProtocolChange> changes(Caller caller, Dossier dossier) {
    Facts facts = assessments.facts(dossier, caller);
    Set<Message> now = new HashSet<>();
    assessments.of(dossier, facts).missing().forEach(one -> now.add(one.message()));
    return assessments.all().stream()
        .filter(id -> !id.equals(dossier.protocol()))
        .map(id -> change(id, caller, dossier, facts, now))
        .toList();
  }

  private ProtocolChange change(
      ProtocolId id, Caller caller, Dossier dossier, Facts facts, Set<Message> now) {
    Words words =
        new Words(texts, caller, assessments.today()).with(assessments.texts(id, caller.locale()));
    FindingRows rows =
        new FindingRows(caller, words, caller.around().family().confirmedBy(dossier), dossier);
    List<Finding> more =
        assessments.by(id, facts).missing().stream()
            .filter(one -> !now.contains(one.message()))
            .toList();
    return new ProtocolChange(
        id.toString(),
        words.say("protocol.title"),
        rows.of(more).stream().map(FindingRow::message).toList());
  }
}
