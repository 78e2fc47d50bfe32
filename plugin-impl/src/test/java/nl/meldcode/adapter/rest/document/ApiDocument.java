package nl.meldcode.adapter.rest.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.meldcode.adapter.rest.AttachmentsResource;
import nl.meldcode.adapter.rest.ChosenDossierResource;
import nl.meldcode.adapter.rest.DestructionsResource;
import nl.meldcode.adapter.rest.DraftsResource;
import nl.meldcode.adapter.rest.EmergencyResource;
import nl.meldcode.adapter.rest.EntriesResource;
import nl.meldcode.adapter.rest.FiguresResource;
import nl.meldcode.adapter.rest.HealthResource;
import nl.meldcode.adapter.rest.LinksResource;
import nl.meldcode.adapter.rest.ListsResource;
import nl.meldcode.adapter.rest.LogResource;
import nl.meldcode.adapter.rest.PupilsResource;
import nl.meldcode.adapter.rest.ReadinessResource;
import nl.meldcode.adapter.rest.ReferralsResource;
import nl.meldcode.adapter.rest.RemindersResource;
import nl.meldcode.adapter.rest.problem.Problem;
import nl.meldcode.application.view.PageView;
import nl.meldcode.application.view.ProtocolChange;
import nl.meldcode.application.view.WorkList;
import nl.meldcode.application.view.WorkRow;
import nl.meldcode.domain.emergency.EmergencyRequest;
import nl.meldcode.domain.emergency.EmergencyReview;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.school.SchoolLists;

/**
 * The description of the interface: what each address does by hand, all shapes from the records.
 */
final class ApiDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final List<Type> ANSWERS =
      List.of(
          PageView.class,
          ProtocolChange.class,
          DraftsResource.Kept.class,
          DraftsResource.Saved.class,
          EntriesResource.Created.class,
          AttachmentsResource.KeptFile.class,
          LinksResource.LinkRow.class,
          ChosenDossierResource.Chosen.class,
          LogResource.LogView.class,
          LogResource.LogRow.class,
          ListsResource.ListsView.class,
          ListsResource.ListsRow.class,
          PupilsResource.PupilRow.class,
          WorkList.class,
          WorkRow.class,
          DestructionsResource.Destructions.class,
          DestructionsResource.WaitingRow.class,
          DestructionsResource.CertificateRow.class,
          HealthResource.HealthView.class,
          HealthResource.HealthRow.class,
          FiguresResource.FiguresView.class,
          FiguresResource.FigureRow.class,
          FiguresResource.FigurePart.class,
          FiguresResource.TimeRow.class,
          RemindersResource.ReminderView.class,
          EmergencyResource.Emergencies.class,
          EmergencyResource.EmergencyRow.class,
          EmergencyResource.LookUpsRow.class,
          EmergencyResource.OpenedRow.class,
          EmergencyResource.ReviewRow.class,
          ReadinessResource.Readiness.class,
          ReferralsResource.Register.class,
          ReferralsResource.ReferralRow.class,
          Problem.class);
  private final JsonNode operations;
  private final ObjectNode root = JSON.createObjectNode();

  ApiDocument(JsonNode operations) {
    this.operations = operations;
  }

  ObjectNode made() {
    root.put("openapi", "3.0.3");
    info();
    ObjectNode paths = root.putObject("paths");
    operations.properties().forEach(one -> path(paths.putObject(one.getKey()), one));
    components();
    leaveOutWhatNobodyNames();
    return root;
  }

  private void leaveOutWhatNobodyNames() {
    Set<String> named =
        root.findValuesAsText("$ref").stream()
            .map(one -> one.substring(one.lastIndexOf('/') + 1))
            .collect(Collectors.toSet());
    root.withObject("/components/schemas").retain(named);
  }

  private void info() {
    root.putObject("info")
        .put("title", "Meldcode API")
        .put("version", "1.0.0")
        .put(
            "description",
            "Wat de tabbladen van de meldcode vragen en vastleggen. Wie iets niet mag weten, krijgt"
                + " hetzelfde antwoord als wanneer het er niet is.")
        .putObject("contact")
        .put("name", "Beheer Meldcode")
        .put("url", "https://example.org/meldcode")
        .put("email", "beheer@example.org");
    root.putArray("servers").addObject().put("url", "https://meldcode.example.org/meldcode/api/v1");
    TreeSet<String> tags = new TreeSet<>();
    operations.forEach(path -> path.forEach(one -> tags.add(one.path("tag").asText())));
    var list = root.putArray("tags");
    tags.forEach(tag -> list.addObject().put("name", tag));
    root.putArray("security").addObject().putArray("session");
  }

  private static void path(ObjectNode path, Map.Entry<String, JsonNode> described) {
    described
        .getValue()
        .properties()
        .forEach(
            one -> operation(path.putObject(one.getKey()), described.getKey(), one.getValue()));
  }

  private static void operation(ObjectNode operation, String path, JsonNode described) {
    operation
        .put("operationId", described.path("id").asText())
        .put("description", described.path("says").asText());
    operation.putArray("tags").add(described.path("tag").asText());
    if (described.path("open").asBoolean()) {
      operation.putArray("security");
    }
    parameters(operation, path, described);
    if (described.has("body")) {
      ObjectNode body = operation.putObject("requestBody").put("required", true);
      body.putObject("content")
          .putObject("application/json")
          .set("schema", schema(described.path("body").asText()));
    }
    if (described.path("file").asBoolean()) {
      ObjectNode body = operation.putObject("requestBody").put("required", true);
      bytes(body.putObject("content"), "application/octet-stream");
    }
    ObjectNode responses = operation.putObject("responses");
    described
        .path("ok")
        .properties()
        .forEach(one -> success(responses.putObject(one.getKey()), described, one.getValue()));
    problems(responses, path, described);
  }

  private static void parameters(ObjectNode operation, String path, JsonNode described) {
    var parameters = operation.putArray("parameters");
    Matcher matcher = PARAMETER.matcher(path);
    while (matcher.find()) {
      parameters.addObject().put("$ref", "#/components/parameters/" + matcher.group(1));
    }
    described
        .path("headers")
        .forEach(
            one -> parameters.addObject().put("$ref", "#/components/parameters/" + one.asText()));
    if (parameters.isEmpty()) {
      operation.remove("parameters");
    }
  }

  private static void success(ObjectNode response, JsonNode described, JsonNode what) {
    response.put("description", "Gelukt");
    ObjectNode headers = response.putObject("headers");
    header(headers, "API-Version");
    if (described.path("etag").asBoolean()) {
      header(headers, "ETag");
    }
    if (described.path("location").asBoolean()) {
      header(headers, "Location");
    }
    if (described.path("anyone").asBoolean()) {
      ObjectNode origin = headers.putObject("access-control-allow-origin").putObject("schema");
      origin.put("type", "string").putArray("enum").add("*");
    }
    String name = what.asText();
    if (name.equals("pdf")) {
      bytes(response.putObject("content"), "application/pdf");
    } else if (name.equals("sheet")) {
      ObjectNode content = response.putObject("content");
      bytes(content, "application/pdf");
      bytes(content, "image/jpeg");
    } else if (!name.isEmpty()) {
      response.putObject("content").putObject("application/json").set("schema", schema(name));
    }
  }

  private static void bytes(ObjectNode content, String mediaType) {
    ObjectNode schema = content.putObject(mediaType).putObject("schema");
    schema.put("type", "string").put("format", "binary");
  }

  private static void header(ObjectNode headers, String name) {
    headers.putObject(name).put("$ref", "#/components/headers/" + name);
  }

  private static void problems(ObjectNode responses, String path, JsonNode described) {
    TreeSet<String> all = new TreeSet<>();
    described.path("problems").forEach(one -> all.add(one.asText()));
    all.add("500");
    if (!described.path("open").asBoolean()) {
      all.add("401");
    }
    if (path.contains("{") || described.has("body")) {
      all.add("400");
    }
    all.forEach(one -> responses.putObject(one).put("$ref", "#/components/responses/Problem"));
  }

  private static JsonNode schema(String name) {
    ObjectNode node = JSON.createObjectNode();
    if (name.equals("object")) {
      return node.put("type", "object");
    }
    if (name.equals("texts")) {
      node.put("type", "object").putObject("additionalProperties").put("type", "string");
      return node;
    }
    if (name.endsWith("[]")) {
      node.put("type", "array").set("items", schema(name.substring(0, name.length() - 2)));
      return node;
    }
    return node.put("$ref", "#/components/schemas/" + name);
  }

  private void components() {
    ObjectNode components = root.putObject("components");
    components
        .putObject("securitySchemes")
        .putObject("session")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", "__Host-mc")
        .put(
            "description",
            "De sessie van een medewerker, begonnen vanuit de leerlingadministratie.");
    headers(components.putObject("headers"));
    parameters(components.putObject("parameters"));
    ObjectNode problem = components.putObject("responses").putObject("Problem");
    problem.put("description", "Waarom het niet ging");
    ObjectNode headers = problem.putObject("headers");
    header(headers, "API-Version");
    header(headers, "Retry-After");
    problem.putObject("content").putObject(Problem.MEDIA_TYPE).set("schema", schema("Problem"));
    ObjectNode schemas = components.putObject("schemas");
    schemas.setAll(bodies());
    schemas.setAll(answers());
  }

  private static void headers(ObjectNode headers) {
    text(headers.putObject("API-Version").put("description", "Volledige versie"));
    headers
        .putObject("Retry-After")
        .put("description", "Seconden, bij 429, 503 en 507")
        .putObject("schema")
        .put("type", "integer");
    text(headers.putObject("ETag").put("description", "Versie van wat gelezen is"));
    ObjectNode location = headers.putObject("Location").put("description", "Waar het staat");
    text(location).put("format", "uri-reference");
  }

  private static void parameters(ObjectNode parameters) {
    parameter(parameters, "context", "path", true).put("pattern", "^[A-Za-z0-9_-]{20,64}$");
    parameter(parameters, "entry", "path", true).put("format", "uuid");
    parameter(parameters, "dossier", "path", true).put("format", "uuid");
    parameter(parameters, "access", "path", true).put("format", "uuid");
    parameter(parameters, "year", "path", true).put("pattern", "^[0-9]{4}$");
    parameter(parameters, "form", "path", true)
        .put("pattern", "^[A-Za-z]{3,40}(\\.[\\w-]{1,40}){0,2}$");
    parameter(parameters, "locale", "path", true).putArray("enum").add("nl").add("en");
    parameter(parameters, "Idempotency-Key", "header", true).put("format", "uuid");
    parameter(parameters, "If-Match", "header", false);
  }

  private static ObjectNode parameter(
      ObjectNode parameters, String name, String in, boolean required) {
    ObjectNode one = parameters.putObject(name).put("name", name).put("in", in);
    return text(one.put("required", required));
  }

  private static ObjectNode text(ObjectNode holder) {
    return holder.putObject("schema").put("type", "string");
  }

  /** Each kind of entry with its name as discriminator; and what else is sent. */
  private static ObjectNode bodies() {
    Schemas schemas = new Schemas(false);
    for (Kind kind : Kind.values()) {
      schemas.add(kind.type());
    }
    schemas.add(SchoolLists.class);
    schemas.add(EmergencyRequest.class);
    schemas.add(EmergencyReview.class);
    ObjectNode all = schemas.all();
    ObjectNode entry = JSON.createObjectNode();
    var oneOf = entry.putArray("oneOf");
    ObjectNode mapping =
        entry.putObject("discriminator").put("propertyName", "kind").putObject("mapping");
    for (Kind kind : Kind.values()) {
      ObjectNode schema = (ObjectNode) all.get(kind.jsonName());
      schema
          .withObject("/properties")
          .putObject("kind")
          .put("type", "string")
          .putArray("enum")
          .add(kind.jsonName());
      schema.withArray("/required").add("kind");
      String reference = "#/components/schemas/" + kind.jsonName();
      oneOf.addObject().put("$ref", reference);
      mapping.put(kind.jsonName(), reference);
    }
    all.set("Entry", entry);
    all.withObject("/Correction/properties").set("corrected", schema("Entry"));
    return all;
  }

  /** What a problem leaves out when it is empty is not required; a draft is what was typed. */
  private static ObjectNode answers() {
    Schemas schemas = new Schemas(true);
    ANSWERS.forEach(schemas::add);
    ObjectNode all = schemas.all();
    ObjectNode problem = (ObjectNode) all.get("Problem");
    problem.putArray("required").add("type").add("title").add("status");
    all.withObject("/Kept/properties/draft").removeAll().put("type", "object");
    return all;
  }
}
