package nl.meldcode.adapter.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.entry.WaiverGround;
import nl.meldcode.domain.protocol.Demand;
import nl.meldcode.domain.protocol.Escalation;
import nl.meldcode.domain.protocol.Protocol;
import nl.meldcode.domain.protocol.ProtocolStep;
import nl.meldcode.domain.protocol.Requirement;
import nl.meldcode.domain.protocol.Severity;
import nl.meldcode.domain.protocol.Waivable;
import nl.meldcode.domain.protocol.When;
import nl.meldcode.domain.term.Term;
import org.jspecify.annotations.Nullable;

/** Reads one protocol file, or refuses it with file and JSON pointer. Used once. */
final class ProtocolFile {
  private final Place root;
  private final Map<String, String> dutch;
  private final Set<String> ids = new HashSet<>();

  private ProtocolFile(Place root, Map<String, String> dutch) {
    this.root = root;
    this.dutch = dutch;
  }

  /**
   * Reads it.
   *
   * @param dutch all Dutch texts it can use
   * @throws UnreadableProtocol when anything in it is not understood
   */
  static Protocol read(String file, byte[] json, Map<String, String> dutch) {
    return new ProtocolFile(Place.root(file, json), dutch).protocol();
  }

  private Protocol protocol() {
    root.only(
        "key",
        "version",
        "validFrom",
        "legalBasis",
        "opening",
        "general",
        "steps",
        "afterReport",
        "escalation");
    needText(root, "protocol.title");
    List<Demand> opening = demands(root.get("opening"), null);
    List<Demand> general = demands(root.get("general"), null);
    return new Protocol(
        new ProtocolId(root.get("key").text(), root.get("version").text()),
        root.get("validFrom").date(),
        root.get("legalBasis").text(),
        opening,
        general,
        steps(root.get("steps")),
        afterReport(root.get("afterReport")),
        root.find("escalation").map(ProtocolFile::escalation).orElse(null));
  }

  private List<ProtocolStep> steps(Place place) {
    List<Place> items = place.items();
    List<Step> order = Step.NUMBERED;
    if (items.size() != order.size()) {
      throw place.refuse("not five steps");
    }
    List<ProtocolStep> steps = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      steps.add(step(items.get(i), order.get(i), i + 1));
    }
    return steps;
  }

  private ProtocolStep afterReport(Place place) {
    place.only("responsible", "requirements");
    needText(place, "step." + Step.AFTER_REPORT.id());
    return new ProtocolStep(
        Step.AFTER_REPORT,
        place.get("responsible").setOf(Role.class),
        demands(place.get("requirements"), Step.AFTER_REPORT),
        null);
  }

  private ProtocolStep step(Place place, Step step, int order) {
    place.only("id", "order", "responsible", "waivedBy", "requirements");
    if (!place.get("id").text().equals(step.id())) {
      throw place.get("id").refuse("unreachable step: " + step.id() + " comes here");
    }
    if (place.get("order").number() != order) {
      throw place.get("order").refuse("unreachable step: not number " + order);
    }
    needText(place, "step." + step.id());
    return new ProtocolStep(
        step,
        place.get("responsible").setOf(Role.class),
        demands(place.get("requirements"), step),
        place.find("waivedBy").map(ProtocolFile::waivable).orElse(null));
  }

  private static Waivable waivable(Place place) {
    place.only("kind", "grounds", "by", "after", "until").get("kind").mustBe("StepWaiver");
    return new Waivable(
        place.get("grounds").setOf(WaiverGround.class),
        place.get("by").setOf(Role.class),
        place.find("after").map(Words::kind).orElse(null),
        Words.kind(place.get("until")));
  }

  private static Escalation escalation(Place place) {
    place.only("amount", "unit", "to");
    return new Escalation(Words.term(place), place.get("to").setOf(Role.class));
  }

  private List<Demand> demands(Place place, @Nullable Step step) {
    return place.items().stream().map(item -> demand(item, step)).toList();
  }

  private Demand demand(Place place, @Nullable Step step) {
    place.only("id", "when", "needs", "severity", "adviceWhen", "by", "within");
    String id = place.get("id").text();
    if (!ids.add(id)) {
      throw place.get("id").refuse("id used twice");
    }
    Demand demand =
        new Demand(
            id,
            step,
            needs(place),
            severity(place.get("severity")),
            place.find("adviceWhen").map(Words::requirement).orElse(null),
            place.get("by").setOf(Role.class),
            within(place).orElse(null));
    demand.textKeys().forEach(key -> needText(place, key));
    return demand;
  }

  private static Requirement needs(Place place) {
    Requirement needs = Words.requirement(place.get("needs"));
    Optional<Requirement> condition = place.find("when").map(Words::requirement);
    return condition.<Requirement>map(one -> new When(one, needs)).orElse(needs);
  }

  /** Nothing that only informs may refuse an act (A.12, 17). */
  private static Severity severity(Place place) {
    Severity severity = place.oneOf(Severity.class);
    if (severity == Severity.BLOCK) {
      throw place.refuse("a requirement cannot block");
    }
    return severity;
  }

  private static Optional<Term> within(Place place) {
    return place.find("within").map(one -> within(one, place.get("needs")));
  }

  private static Term within(Place within, Place needs) {
    within.only("amount", "unit", "from");
    boolean fits =
        switch (needs.names().get(0)) {
          case "reported" -> within.get("from").text().equals("ParentMeeting");
          case "acknowledgedBy" -> within.get("from").text().equals("MeetingReport");
          case "perReport" ->
              within
                  .get("from")
                  .text()
                  .equals(
                      needs.get("perReport").text().equals("VeiligThuisConclusion")
                          ? "InvestigationStarted"
                          : "VeiligThuisReport");
          case "followedBy" ->
              within.get("from").text().equals(needs.get("followedBy").get("kind").text());
          default -> false;
        };
    if (!fits) {
      throw within.get("from").refuse("no term can start there");
    }
    return Words.term(within);
  }

  private void needText(Place place, String key) {
    if (dutch.getOrDefault(key, "").isBlank()) {
      throw place.refuse("no Dutch text " + key);
    }
  }
}
