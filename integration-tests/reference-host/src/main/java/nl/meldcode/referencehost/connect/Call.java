package nl.meldcode.referencehost.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.connect.ApiProblem.Fault;
import nl.meldcode.referencehost.store.Json;

/** A request to Host Connect with the ids out of its path, and the scopes of its token. */
record Call(HttpServletRequest request, Map<String, String> path, Set<String> scopes) {
  /** The largest document that is taken. */
  static final int MAX_BYTES = 10 * 1024 * 1024;

  /** A call that needs no token. */
  Call(HttpServletRequest request) {
    this(request, Map.of(), Set.of());
  }

  boolean may(Scope scope) {
    return scopes.contains(scope.wire());
  }

  String method() {
    return request.getMethod();
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(request.getParameter(name));
  }

  /** The id at this place of the path; what is no UUID is not found. */
  UUID id(String name) {
    return Ids.parse(path.getOrDefault(name, "")).orElseThrow(ApiProblem::notFound);
  }

  /** The whole body, up to the limit. */
  byte[] body() throws IOException {
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw new ApiProblem(ProblemType.TOO_LARGE, "Meer dan 10 MB.");
    }
    return body;
  }

  /** The body as this type; what cannot be read is a fault with a pointer, without class names. */
  <T> T json(byte[] body, Class<T> type) throws IOException {
    String mediaType = header("Content-Type").orElse("").split(";", 2)[0].strip();
    if (!List.of("application/json", "application/merge-patch+json").contains(mediaType)) {
      throw new ApiProblem(ProblemType.MEDIA_TYPE, "Alleen application/json.");
    }
    try {
      T value = Json.MAPPER.readValue(body, type);
      if (value == null) {
        throw ApiProblem.invalid("", "required");
      }
      return value;
    } catch (JsonMappingException e) {
      throw ApiProblem.invalid(pointer(e.getPath()), "unreadable");
    } catch (JsonProcessingException e) {
      throw ApiProblem.invalid("", "no-json");
    }
  }

  /** Fails with all faults when there are any. */
  static void check(List<Optional<Fault>> faults) {
    List<Fault> found = faults.stream().flatMap(Optional::stream).toList();
    if (!found.isEmpty()) {
      throw ApiProblem.invalid(found);
    }
  }

  /** A fault unless this holds. */
  static Optional<Fault> unless(boolean holds, String pointer, String code) {
    return holds ? Optional.empty() : Optional.of(new Fault(pointer, code));
  }

  private static String pointer(List<Reference> path) {
    return path.stream()
        .map(step -> step.getFieldName() == null ? step.getIndex() + "" : step.getFieldName())
        .map(step -> "/" + step)
        .collect(Collectors.joining());
  }
}
