package nl.meldcode.adapter.rest.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Comparator;
import java.util.List;

/** Reports all faults in the shape of a body at once, so that a form can mark every field. */
final class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {

  private static final Comparator<Violation> BY_PLACE =
      Comparator.comparing(Violation::pointer).thenComparing(Violation::code);

  @Override
  public Response toResponse(ConstraintViolationException raised) {
    List<Violation> violations =
        raised.getConstraintViolations().stream()
            .map(ConstraintViolationMapper::violation)
            .sorted(BY_PLACE)
            .toList();
    return Problem.of(ProblemType.INVALID_BODY, null, violations).response();
  }

  private static Violation violation(ConstraintViolation<?> found) {
    String message = found.getMessage();
    String code = code(found);
    return new Violation(
        pointer(found.getPropertyPath()), code, message.startsWith("{") ? code : message);
  }

  /** The constraint's own message key, or its name where the constraint brings none of ours. */
  private static String code(ConstraintViolation<?> found) {
    String template = found.getMessageTemplate();
    boolean ours = template.startsWith("{") && !template.startsWith("{jakarta.");
    return ours && !template.startsWith("{org.hibernate.")
        ? template.substring(1, template.length() - 1)
        : found.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
  }

  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.getKey() != null) {
        pointer.append('/').append(Pointers.escaped(String.valueOf(node.getKey())));
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(Pointers.escaped(node.getName()));
      }
    }
    return pointer.toString();
  }
}
