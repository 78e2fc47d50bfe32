package nl.meldcode.adapter.rest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says where a body could not be read. Jackson's own messages name our classes and quote the value,
 * so none of their text leaves.
 */
final class MalformedJsonMapper implements ExceptionMapper<JsonProcessingException> {

  private final UnexpectedErrorMapper ourFault;

  MalformedJsonMapper(UnexpectedErrorMapper ourFault) {
    this.ourFault = ourFault;
  }

  @Override
  public Response toResponse(JsonProcessingException raised) {
    if (raised instanceof JsonMappingException mapping) {
      return isTheBodysFault(mapping) ? wrong(mapping) : ourFault.toResponse(raised);
    }
    String detail =
        raised instanceof StreamConstraintsException
            ? "A limit on depth, number or length was passed"
            : "Syntax error near line %d, column %d"
                .formatted(
                    raised.getLocation() == null ? 0 : raised.getLocation().getLineNr(),
                    raised.getLocation() == null ? 0 : raised.getLocation().getColumnNr());
    return problem(new Violation("", "json.malformed", detail));
  }

  /** What remains of the mapping exceptions are views that we failed to write. */
  private static boolean isTheBodysFault(JsonMappingException mapping) {
    return mapping instanceof MismatchedInputException
        || mapping instanceof ValueInstantiationException
        || mapping.getCause() instanceof JsonProcessingException;
  }

  private static Response wrong(JsonMappingException mapping) {
    String pointer = pointer(mapping.getPath());
    if (mapping instanceof UnrecognizedPropertyException) {
      return problem(new Violation(pointer, "json.unknownProperty", "No such property here"));
    }
    if (mapping instanceof InvalidTypeIdException) {
      return problem(new Violation(pointer, "json.unknownKind", "No such kind"));
    }
    if (mapping instanceof ValueInstantiationException) {
      return problem(new Violation(pointer, "json.invalidValue", "The value is not possible"));
    }
    return problem(new Violation(pointer, "json.wrongType", "The value is of another type"));
  }

  private static String pointer(List<JsonMappingException.Reference> path) {
    return path.stream()
        .map(
            step ->
                "/"
                    + (step.getFieldName() == null
                        ? String.valueOf(step.getIndex())
                        : Pointers.escaped(step.getFieldName())))
        .collect(Collectors.joining());
  }

  private static Response problem(Violation violation) {
    return Problem.of(ProblemType.MALFORMED_JSON, null, List.of(violation)).response();
  }
}
