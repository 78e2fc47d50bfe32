package nl.meldcode.adapter.protocol;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says the words of a protocol file as sentences. What has no phrase is refused, never skipped. */
final class Phrases {
  private final Map<String, String> phrases = Resource.texts("/docs/phrases.properties");
  private final Map<String, String> texts;

  /**
   * Fields are called as in these texts.
   *
   * @param texts all texts of the protocol
   */
  Phrases(Map<String, String> texts) {
    this.texts = texts;
  }

  /** A requirement or condition, as a clause. */
  String clause(Place place) {
    String word = word(place);
    Place value = place.get(word);
    return switch (word) {
      case "allOf" -> joined(value, "; and ");
      case "anyOf" -> joined(value, "; or ");
      case "answered" -> answered(value);
      default -> value.node().isObject() ? filled(word, value) : named(word, value);
    };
  }

  /** When a row is due; a dash where no term runs. */
  String term(Place row) {
    String word = word(row.get("needs"));
    Place value = row.get("needs").get(word);
    String variant = "within." + word + "." + value.node().asText();
    String key = phrases.containsKey(variant) ? variant : "within." + word;
    return row.find("within")
        .map(within -> filled(key, within))
        .orElse(phrases.getOrDefault("term." + word, "-"));
  }

  /** The phrase of that name with every member of the object in its place, and no other. */
  String filled(String key, Place place) {
    String phrase = phrase(key, place);
    for (String name : place.names()) {
      Place member = place.get(name);
      if (!phrase.contains("{" + name + "}")) {
        throw member.refuse("left out of the phrase " + key);
      }
      phrase = phrase.replace("{" + name + "}", value(name, member, place));
    }
    if (phrase.contains("{")) {
      throw place.refuse("not all that the phrase " + key + " says");
    }
    return phrase;
  }

  /** The phrase of a value that has one of its own. */
  String named(String key, Place value) {
    String own = key + "." + value.text();
    if (key.equals("holds")) {
      return phrase(own, value) + " (" + code(value.text()) + ")";
    }
    return phrases.containsKey(own)
        ? phrase(own, value)
        : phrase(key, value).replace("{value}", code(value.text()));
  }

  String phrase(String key, Place place) {
    return text(phrases, key, place);
  }

  static String code(String name) {
    return "`" + name + "`";
  }

  private String answered(Place place) {
    place.only("kind", "scope", "fields");
    String kind = place.get("kind").text();
    List<Place> fields = place.get("fields").items();
    String named =
        fields.stream().map(field -> field(kind, field)).collect(Collectors.joining("; "));
    List<String> restrictions = fields.stream().map(f -> only(kind, f.text())).distinct().toList();
    if (restrictions.size() != 1) {
      throw place.get("fields").refuse("not all asked of the same entries");
    }
    String scope = "answered." + place.get("scope").text();
    String ofKind = scope + "." + kind;
    return phrase(phrases.containsKey(ofKind) ? ofKind : scope, place.get("scope"))
            .replace("{kind}", code(kind))
            .replace("{fields}", named)
        + restrictions.get(0);
  }

  private String field(String kind, Place field) {
    String name = field.text();
    return text(texts, "field." + kind + "." + name, field) + " (" + code(name) + ")";
  }

  private String only(String kind, String field) {
    String whole = "only." + kind + "." + field;
    String group = whole.substring(0, whole.lastIndexOf('.'));
    String restriction = phrases.getOrDefault(whole, phrases.getOrDefault(group, ""));
    return restriction.isEmpty() ? "" : " (" + restriction + ")";
  }

  private String joined(Place list, String between) {
    return list.items().stream().map(this::part).collect(Collectors.joining(between));
  }

  private String part(Place place) {
    String clause = clause(place);
    return List.of("allOf", "anyOf").contains(word(place)) ? "(" + clause + ")" : clause;
  }

  private String value(String name, Place value, Place owner) {
    if (value.node().isArray()) {
      return value.items().stream()
          .map(item -> value(name, item, owner))
          .collect(Collectors.joining(" or "));
    }
    if (value.node().isNumber()) {
      return String.valueOf(value.number());
    }
    if (name.equals("unit")) {
      return phrase((owner.get("amount").number() == 1 ? "one." : "unit.") + value.text(), value);
    }
    return phrases.getOrDefault(name + "." + value.text(), code(value.text()));
  }

  private static String word(Place place) {
    if (place.names().size() != 1) {
      throw place.refuse("not exactly one word");
    }
    return place.names().get(0);
  }

  private static String text(Map<String, String> texts, String key, Place place) {
    String text = texts.get(key);
    if (text == null) {
      throw place.refuse("no phrase " + key);
    }
    return text;
  }
}
