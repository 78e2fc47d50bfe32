package nl.meldcode.adapter.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One place in a data file, which knows how to complain about itself. */
record Place(String file, String pointer, JsonNode node) {
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static Place root(String file, byte[] json) {
    try {
      return new Place(file, "", STRICT.readTree(json));
    } catch (JsonProcessingException e) {
      throw new UnreadableProtocol(file, "", e.getOriginalMessage());
    } catch (IOException e) {
      throw new UnreadableProtocol(file, "", "cannot be read");
    }
  }

  UnreadableProtocol refuse(String problem) {
    return new UnreadableProtocol(file, pointer, problem);
  }

  /** Refuses any other field, and anything that is no object. */
  Place only(String... fields) {
    names().stream()
        .filter(name -> !Arrays.asList(fields).contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw child(name).refuse("unknown field");
            });
    return this;
  }

  List<String> names() {
    if (!node.isObject()) {
      throw refuse("not an object");
    }
    List<String> names = new ArrayList<>();
    for (Iterator<String> all = node.fieldNames(); all.hasNext(); ) {
      names.add(all.next());
    }
    return names;
  }

  Place get(String name) {
    return find(name).orElseThrow(() -> child(name).refuse("missing"));
  }

  Optional<Place> find(String name) {
    return node.has(name) ? Optional.of(child(name)) : Optional.empty();
  }

  private Place child(String name) {
    String escaped = name.replace("~", "~0").replace("/", "~1");
    return new Place(file, pointer + "/" + escaped, node.path(name));
  }

  List<Place> items() {
    if (!node.isArray() || node.isEmpty()) {
      throw refuse("not a list with something in it");
    }
    List<Place> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new Place(file, pointer + "/" + i, node.get(i)));
    }
    return items;
  }

  String text() {
    if (!node.isTextual() || node.textValue().isBlank()) {
      throw refuse("not a text");
    }
    return node.textValue();
  }

  int number() {
    if (!node.isInt()) {
      throw refuse("not a whole number");
    }
    return node.intValue();
  }

  LocalDate date() {
    try {
      return LocalDate.parse(text());
    } catch (DateTimeParseException e) {
      throw refuse("not a date");
    }
  }

  <E extends Enum<E>> E oneOf(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text()))
        .findFirst()
        .orElseThrow(() -> refuse("unknown " + type.getSimpleName().toLowerCase(Locale.ROOT)));
  }

  <E extends Enum<E>> Set<E> setOf(Class<E> type) {
    Set<E> all = new LinkedHashSet<>();
    items().forEach(item -> all.add(item.oneOf(type)));
    return all;
  }

  /** Refuses any text but this one. */
  void mustBe(String expected) {
    if (!text().equals(expected)) {
      throw refuse("not \"" + expected + "\"");
    }
  }
}
