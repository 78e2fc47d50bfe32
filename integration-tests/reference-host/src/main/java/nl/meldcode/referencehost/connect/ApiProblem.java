package nl.meldcode.referencehost.connect;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The request is answered with a problem. The message never holds personal data. */
final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ProblemType type;
  private final transient List<Fault> faults;
  private final transient @Nullable UUID replacedById;

  ApiProblem(ProblemType type, String detail) {
    this(type, detail, List.of(), null);
  }

  private ApiProblem(
      ProblemType type, String detail, List<Fault> faults, @Nullable UUID replacedById) {
    super(detail);
    this.type = type;
    this.faults = List.copyOf(faults);
    this.replacedById = replacedById;
  }

  /** One thing that is wrong with the body: where, and a code. */
  record Fault(String pointer, String code) {}

  static ApiProblem invalid(List<Fault> faults) {
    return new ApiProblem(ProblemType.VALIDATION, "Zie errors.", faults, null);
  }

  static ApiProblem invalid(String pointer, String code) {
    return invalid(List.of(new Fault(pointer, code)));
  }

  static ApiProblem merged(UUID replacedById) {
    return new ApiProblem(ProblemType.MERGED, "Zie replacedById.", List.of(), replacedById);
  }

  static ApiProblem notFound() {
    return new ApiProblem(ProblemType.NOT_FOUND, "Dit is er niet, of niet voor deze aanvrager.");
  }

  @Nullable UUID replacedById() {
    return replacedById;
  }

  ProblemType type() {
    return type;
  }

  List<Fault> faults() {
    return faults;
  }
}
