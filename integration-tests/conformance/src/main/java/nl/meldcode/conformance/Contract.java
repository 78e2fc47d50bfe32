package nl.meldcode.conformance;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The contract itself: what may be answered, and in which shape. */
final class Contract {
  private static final String FILE = "/nl/meldcode/api/host-connect.openapi.json";
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final Set<String> NOT_DESCRIBED =
      Set.of("validation.request.path.missing", "validation.request.operation.notAllowed");
  private static final List<String> PLACES =
      List.of(
          "pupils",
          "schools",
          "groups",
          "staff",
          "persons",
          "record-entries",
          "documents",
          "acknowledgements",
          "activations");

  private final OpenApiInteractionValidator validator;

  private Contract(OpenApiInteractionValidator validator) {
    this.validator = validator;
  }

  /** The contract that this kit was made for. A host may say more than it names. */
  static Contract shipped() {
    try (InputStream in = Objects.requireNonNull(Contract.class.getResourceAsStream(FILE), FILE)) {
      return new Contract(
          OpenApiInteractionValidator.createForInlineApiSpecification(
                  new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .withBasePathOverride("/")
              .withLevelResolver(
                  LevelResolver.create()
                      .withLevel(
                          "validation.response.body.schema.additionalProperties", Level.IGNORE)
                      .build())
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes what of the answer the contract does not allow. */
  void check(Answer answer, Findings found) {
    if (!METHODS.contains(answer.ask().method()) || answer.ask().path().endsWith("/")) {
      return;
    }
    SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
    response.withHeader("API-Version", answer.header("API-Version"));
    if (answer.body().length > 0) {
      response.withContentType(answer.header("Content-Type")).withBody(answer.body());
    }
    ValidationReport report =
        validator.validateResponse(
            answer.ask().path(), Method.valueOf(answer.ask().method()), response.build());
    report.getMessages().stream()
        .filter(one -> one.getLevel() == Level.ERROR && !NOT_DESCRIBED.contains(one.getKey()))
        .forEach(one -> found.add(Wrong.SCHEMA, named(answer), where(one) + one.getKey()));
  }

  /** Where in the body, without what stands there: that may be somebody's name. */
  private static String where(ValidationReport.Message message) {
    return message
        .getContext()
        .flatMap(ValidationReport.MessageContext::getPointers)
        .map(pointers -> pointers.getInstance() + " ")
        .orElse("");
  }

  /**
   * The request and its outcome, with names of ids in their places, so that the same is the same.
   */
  static String named(Answer answer) {
    String[] steps = answer.ask().path().split("/");
    for (int i = 2; i < steps.length; i++) {
      if (PLACES.contains(steps[i - 1]) && !steps[i].startsWith("_")) {
        steps[i] = "{" + steps[i - 1] + "}";
      }
    }
    String path = String.join("/", Arrays.asList(steps));
    return answer.ask().method() + " " + path + " " + answer.status();
  }
}
