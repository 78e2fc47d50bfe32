package nl.meldcode.adapter.rest;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import nl.meldcode.adapter.rest.problem.Problem;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.adapter.rest.problem.Violation;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Checks the shape of every body after it is read, before a resource sees it. Messages are
 * interpolated without expression language, which would be an attack surface.
 */
public final class BodyValidation implements ReaderInterceptor, AutoCloseable {

  private final ValidatorFactory factory;
  private final Validator validator;

  /** Starts the validator; to be closed with what uses it. */
  public BodyValidation() {
    // Named provider and no ServiceLoader: a bundle's class loader would not find one.
    factory =
        Validation.byProvider(HibernateValidator.class)
            .providerResolver(() -> List.of(new HibernateValidator()))
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();
    validator = factory.getValidator();
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object body = context.proceed();
    if (body == null) {
      Violation nothing = new Violation("", "NotNull", "A body is required");
      throw new ProblemException(Problem.of(ProblemType.INVALID_BODY, null, List.of(nothing)));
    }
    return valid(body);
  }

  /**
   * Gives the value back.
   *
   * @throws ConstraintViolationException with all faults, which becomes a 400
   */
  public <T> T valid(T value) {
    Set<ConstraintViolation<T>> faults = validator.validate(value);
    if (!faults.isEmpty()) {
      throw new ConstraintViolationException(faults);
    }
    return value;
  }

  @Override
  public void close() {
    factory.close();
  }
}
