package nl.meldcode.referencehost.connect;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nl.meldcode.referencehost.Exchange;

/** Holds every answer of the host against the contract. */
final class Contract {
  static final Path FILE =
      Path.of("../../plugin-api/src/main/resources/nl/meldcode/api/host-connect.openapi.json");
  private static final String BASE = "/v1";
  private static final Set<String> NOT_DESCRIBED =
      Set.of("validation.request.path.missing", "validation.request.operation.notAllowed");
  private static final OpenApiInteractionValidator VALIDATOR = validator();

  private Contract() {}

  /** Throws AssertionError when the answer is not one that the contract allows. */
  static void check(Exchange answered) {
    String method = answered.method();
    String path = answered.path();
    if (!path.startsWith(BASE + "/") || path.endsWith("/") || path.equals(BASE + "/jwks.json")) {
      return;
    }
    SimpleResponse.Builder response =
        SimpleResponse.Builder.status(answered.status())
            .withHeader("API-Version", answered.header("API-Version"));
    if (answered.bytes().length > 0) {
      response.withContentType(answered.header("Content-Type")).withBody(answered.text());
    }
    ValidationReport report =
        VALIDATOR.validateResponse(path, Method.valueOf(method), response.build());
    List<Message> faults =
        report.getMessages().stream()
            .filter(one -> one.getLevel() == ValidationReport.Level.ERROR)
            .toList();
    if (faults.stream().map(Message::getKey).noneMatch(NOT_DESCRIBED::contains)
        && !faults.isEmpty()) {
      throw new AssertionError(
          method + " " + path + " answered " + answered.status() + ", but " + faults);
    }
  }

  private static OpenApiInteractionValidator validator() {
    try {
      return OpenApiInteractionValidator.createForInlineApiSpecification(Files.readString(FILE))
          .withBasePathOverride(BASE)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
