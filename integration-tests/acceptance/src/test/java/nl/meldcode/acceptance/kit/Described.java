package nl.meldcode.acceptance.kit;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds every answer of an interface against the document that describes it. */
public final class Described {
  private static final Set<String> NO_SUCH_ADDRESS =
      Set.of("validation.request.path.missing", "validation.request.operation.notAllowed");
  private static final List<Described> ALL =
      List.of(
          new Described(
              "/meldcode/api/v1",
              Path.of("../../plugin-impl/src/main/resources/openapi/meldcode.json")));
  private final AtomicInteger compared = new AtomicInteger();
  private final String base;
  private final OpenApiInteractionValidator validator;

  private Described(String base, Path document) {
    this.base = base;
    try {
      validator =
          OpenApiInteractionValidator.createForInlineApiSpecification(Files.readString(document))
              .withBasePathOverride(base)
              .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Throws AssertionError when the answer is not one that the document allows. While a bundle is
   * not there, the server says so itself.
   */
  public static void check(String method, URI uri, Answer answer) {
    boolean serverAlone = answer.status() == 404 && answer.header("API-Version").isEmpty();
    ALL.stream()
        .filter(one -> !serverAlone && !uri.getPath().endsWith("/"))
        .filter(one -> uri.getPath().startsWith(one.base + "/"))
        .forEach(one -> one.compare(method, uri, answer));
  }

  /** How many answers were held against a document. */
  public static int compared() {
    return ALL.stream().mapToInt(one -> one.compared.get()).sum();
  }

  private void compare(String method, URI uri, Answer answer) {
    SimpleResponse.Builder response =
        SimpleResponse.Builder.status(answer.status()).withBody(answer.bytes());
    answer.headers().forEach(response::withHeader);
    ValidationReport report =
        validator.validateResponse(uri.getPath(), Method.valueOf(method), response.build());
    List<Message> messages =
        report.getMessages().stream()
            .filter(one -> one.getLevel() == ValidationReport.Level.ERROR)
            .toList();
    if (messages.stream().map(Message::getKey).anyMatch(NO_SUCH_ADDRESS::contains)) {
      return;
    }
    compared.incrementAndGet();
    if (!messages.isEmpty()) {
      throw new AssertionError(
          method + " " + uri.getPath() + " answered " + answer.status() + ", but " + messages);
    }
  }
}
