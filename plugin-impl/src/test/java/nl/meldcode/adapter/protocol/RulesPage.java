package nl.meldcode.adapter.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.protocol.Demand;

/** The page of the manual with all rows of one protocol. The file is read to its last member. */
final class RulesPage {
  /** The words of a protocol file, the same on each page. */
  static final String GLOSSARY =
      new String(Resource.bytes("/docs/words-of-a-protocol.md"), StandardCharsets.UTF_8);

  private static final String HEAD =
      """
      | Row | What is asked | When | By | Term | Weight | Finding, in Dutch | Why, and source |
      |---|---|---|---|---|---|---|---|
      """;

  private static final Map<String, String> ROLES = Resource.texts("/texts/web_en.properties");

  private final Map<String, Demand> demands;
  private final Map<String, String> dutch;
  private final Map<String, String> english;
  private final Phrases phrases;

  RulesPage(ShippedProtocols protocols, ProtocolId id) {
    this.demands =
        protocols.byId(id).demands().collect(Collectors.toMap(Demand::id, Function.identity()));
    this.dutch = protocols.texts(id, Locale.forLanguageTag("nl"));
    this.english = protocols.texts(id, Locale.ENGLISH);
    this.phrases = new Phrases(english);
  }

  /** The page, from the file of the protocol. */
  String text(Place root) {
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
    List<String> parts = new ArrayList<>();
    parts.add(head(root));
    parts.add(GLOSSARY);
    parts.add(part("## Opening", phrases.phrase("part.opening", root), root.get("opening")));
    root.get("steps").items().forEach(step -> parts.add(step(step)));
    parts.add(afterReport(root.get("afterReport")));
    parts.add(part("## General", phrases.phrase("part.general", root), root.get("general")));
    root.find("escalation")
        .ifPresent(place -> parts.add("## Late\n\n" + phrases.filled("escalation", place) + "\n"));
    return String.join("\n", parts);
  }

  private String head(Place root) {
    return """
        # The rules of `%s`, version %s

        In force from %s; carries out: %s.
        Generated from the protocol file by `RulesPageTest`, which fails while this page says anything else. What is asked is a clause that has to hold;
        "[…]" in a finding stands for the name, day or subject that lacks. Roles: %s.
        """
        .formatted(
            root.get("key").text(),
            root.get("version").text(),
            root.get("validFrom").date(),
            root.get("legalBasis").text(),
            legend());
  }

  private String legend() {
    return demands.values().stream()
        .flatMap(demand -> demand.by().stream())
        .distinct()
        .sorted()
        .map(role -> role + " " + ROLES.get("role." + role))
        .collect(Collectors.joining(", "));
  }

  private String step(Place step) {
    step.only("id", "order", "responsible", "waivedBy", "requirements");
    String title = "## Step " + step.get("order").number() + ": " + title(step.get("id"));
    String waived =
        step.find("waivedBy").map(place -> " " + phrases.filled(waivedBy(place), place)).orElse("");
    return part(title, responsible(step) + waived, step.get("requirements"));
  }

  private static String waivedBy(Place place) {
    return place.find("after").isPresent() ? "waivedBy.after" : "waivedBy";
  }

  private String afterReport(Place place) {
    place.only("responsible", "requirements");
    String lead = phrases.phrase("part.afterReport", place);
    return part("## After a report", responsible(place) + " " + lead, place.get("requirements"));
  }

  private String title(Place id) {
    String key = "step." + id.text();
    if (!english.containsKey(key)) {
      throw id.refuse("no title " + key);
    }
    return english.get(key) + " (`" + id.text() + "`, in Dutch " + dutch.get(key) + ")";
  }

  private static String responsible(Place step) {
    return "Responsible: " + roles(step.get("responsible")) + ".";
  }

  private String part(String title, String lead, Place rows) {
    return title
        + "\n\n"
        + lead
        + "\n\n"
        + HEAD
        + rows.items().stream().map(this::row).collect(Collectors.joining());
  }

  private String row(Place row) {
    row.only("id", "when", "needs", "severity", "adviceWhen", "by", "within");
    Place id = row.get("id");
    Demand demand = demands.get(id.text());
    if (demand == null) {
      throw id.refuse("not read by the plugin");
    }
    List<String> cells =
        List.of(
            id.text(),
            phrases.clause(row.get("needs")),
            row.find("when").map(phrases::clause).orElse("always"),
            roles(row.get("by")),
            phrases.term(row),
            weight(row),
            findings(demand),
            english.getOrDefault("why." + id.text(), ""));
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private String weight(Place row) {
    String weight = phrases.phrase("severity." + row.get("severity").text(), row);
    return row.find("adviceWhen")
        .map(place -> weight + "; advice when " + phrases.clause(place))
        .orElse(weight);
  }

  private String findings(Demand demand) {
    return demand.textKeys().stream()
        .filter(key -> key.startsWith("finding."))
        .sorted()
        .map(key -> dutch.getOrDefault(key, "").replaceAll("\\{\\d}", "[…]"))
        .collect(Collectors.joining("<br>"));
  }

  private static String roles(Place list) {
    return list.items().stream().map(Place::text).collect(Collectors.joining(", "));
  }
}
