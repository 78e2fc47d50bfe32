package nl.meldcode.adapter.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import nl.meldcode.application.port.Shapes;
import nl.meldcode.domain.entry.Fault;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Checks the constraints on records. Safe for use by several threads. */
public final class ConstraintShapes implements Shapes {
  private final Validator validator;

  /** Judges dates by this clock, in its time zone. */
  public ConstraintShapes(Clock clock) {
    validator =
        Validation.byProvider(HibernateValidator.class)
            .providerResolver(() -> List.of(new HibernateValidator()))
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new ParameterMessageInterpolator())
            .clockProvider(() -> clock)
            .buildValidatorFactory()
            .getValidator();
  }

  @Override
  public List<Fault> faults(Record sent) {
    return validator.validate(sent).stream()
        .map(ConstraintShapes::fault)
        .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::code))
        .toList();
  }

  private static Fault fault(ConstraintViolation<Record> violation) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      Integer index = node.getIndex();
      if (index != null) {
        pointer.append('/').append(index);
      }
      String name = node.getName();
      if (name != null && !name.startsWith("<")) {
        pointer.append('/').append(name);
      }
    }
    return new Fault(pointer.toString(), code(violation));
  }

  private static String code(ConstraintViolation<Record> violation) {
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return switch (constraint) {
      case "NotNull", "NotBlank", "NotEmpty" -> "answer.missing";
      case "PastOrPresent" -> "date.future";
      case "Pattern" -> "phone.wrong";
      case "Size" -> violation.getInvalidValue() instanceof String ? "text.tooLong" : "list.size";
      default -> "form.wrong";
    };
  }
}
