package nl.meldcode.adapter.rest.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.SchemaDefinitionNamingStrategy;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.entry.Entry;
import org.jspecify.annotations.Nullable;

/** Schemas of records, in the dialect of OpenAPI 3.0. */
final class Schemas {
  private static final Map<Class<?>, String> FORMATS =
      Map.ofEntries(
          Map.entry(PupilId.class, "uuid"),
          Map.entry(StaffId.class, "uuid"),
          Map.entry(PersonId.class, "uuid"),
          Map.entry(EntryId.class, "uuid"),
          Map.entry(DossierId.class, "uuid"),
          Map.entry(UUID.class, "uuid"),
          Map.entry(SchoolId.class, ""),
          Map.entry(URI.class, "uri"),
          Map.entry(LocalTime.class, ""),
          Map.entry(LocalDate.class, "date"),
          Map.entry(Instant.class, "date-time"));
  private final SchemaBuilder builder;

  /**
   * Takes the rules for one kind of use.
   *
   * @param answers what goes out: every member is there, null or not, and more may follow
   */
  Schemas(boolean answers) {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2019_09, OptionPreset.PLAIN_JSON)
            .with(
                new JakartaValidationModule(
                    JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED,
                    JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS))
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) -> plain(type.getErasedType(), context.getGeneratorConfig()))
        .withDefinitionNamingStrategy(new Names());
    if (answers) {
      config.forFields().withNullableCheck(Schemas::isNullable).withRequiredCheck(field -> true);
    } else {
      config.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
      config.forFields().withNullableCheck(field -> false);
    }
    builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
  }

  /** Where the schema of that type will stand. */
  void add(Type type) {
    builder.createSchemaReference(type);
  }

  /** All schemas by name. */
  ObjectNode all() {
    ObjectNode all = builder.collectDefinitions("components/schemas");
    all.forEach(Schemas::asOpenApi);
    all.forEach(one -> spellOut(all, (ObjectNode) one));
    return all;
  }

  private static boolean isNullable(FieldScope field) {
    return Arrays.stream(field.getRawMember().getAnnotatedType().getAnnotations())
        .anyMatch(one -> one.annotationType() == Nullable.class);
  }

  private static @Nullable CustomDefinition plain(Class<?> type, SchemaGeneratorConfig config) {
    String format = FORMATS.get(type);
    ObjectNode node = config.createObjectNode();
    if (format != null) {
      node.put("type", "string");
      if (!format.isEmpty()) {
        node.put("format", format);
      }
    } else if (type == Entry.class) {
      node.put("type", "object");
    } else {
      return null;
    }
    return new CustomDefinition(
        node, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
  }

  /** OpenAPI 3.0 knows neither {@code null} as a type nor {@code const}. */
  private static void asOpenApi(JsonNode node) {
    node.forEach(Schemas::asOpenApi);
    if (node instanceof ObjectNode object) {
      change(object, "type", Schemas::withoutNull);
      change(object, "anyOf", Schemas::withoutNullPart);
      change(object, "const", (in, value) -> in.putArray("enum").add(value));
    }
  }

  private static void change(
      ObjectNode object, String name, BiConsumer<ObjectNode, JsonNode> change) {
    JsonNode value = object.get(name);
    if (value != null && (value.isArray() || name.equals("const"))) {
      object.remove(name);
      change.accept(object, value);
    }
  }

  private static void withoutNull(ObjectNode object, JsonNode types) {
    for (JsonNode type : types) {
      if (!type.asText().equals("null")) {
        object.set("type", type);
      }
    }
    object.put("nullable", true);
  }

  private static void withoutNullPart(ObjectNode object, JsonNode parts) {
    for (JsonNode part : parts) {
      if (!part.path("type").asText().equals("null")) {
        object.setAll((ObjectNode) part);
      }
    }
    object.put("nullable", true);
  }

  /** Beside a reference {@code nullable} says nothing, so what can be null is spelled out. */
  private static void spellOut(ObjectNode all, ObjectNode schema) {
    JsonNode reference = schema.get("$ref");
    if (reference == null) {
      return;
    }
    String name = reference.asText().substring(reference.asText().lastIndexOf('/') + 1);
    schema.removeAll();
    schema.setAll(all.get(name).<ObjectNode>deepCopy());
    if (schema.has("enum")) {
      schema.withArray("/enum").addNull();
    }
    schema.put("nullable", true);
  }

  /** What stands inside another type is named after that as well; resources lend no name. */
  private static final class Names implements SchemaDefinitionNamingStrategy {
    @Override
    public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
      Class<?> type = key.getType().getErasedType();
      Class<?> outer = type.getEnclosingClass();
      boolean plain = outer == null || outer.getSimpleName().endsWith("Resource");
      return (plain ? "" : outer.getSimpleName()) + type.getSimpleName();
    }

    @Override
    public String adjustNullableName(
        DefinitionKey key, String definitionName, SchemaGenerationContext context) {
      return definitionName + "OrNull";
    }
  }
}
