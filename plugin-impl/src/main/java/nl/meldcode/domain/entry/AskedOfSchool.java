package nl.meldcode.domain.entry;

import java.time.LocalDate;

/** A request to which the school answers within a month (GDPR art. 12(3)). */
public sealed interface AskedOfSchool extends Rights permits AccessRequest, RectificationRequest {
  /** Who asks. */
  Applicant by();

  /** The day it came in. */
  @Override
  LocalDate on();

  /** The last day for an answer. */
  default LocalDate due() {
    return on().plusMonths(1);
  }
}
