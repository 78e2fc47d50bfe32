package nl.meldcode.domain.figures;

import nl.meldcode.domain.entry.AcknowledgementStatus;

/** What became of a report with one of those who are asked; who did not answer comes last. */
public enum Answer {
  SEEN,
  SIGNED,
  REFUSED,
  NOT_REACHED,
  OFFERED;

  static Answer of(AcknowledgementStatus status) {
    return switch (status) {
      case GEZIEN -> SEEN;
      case ONDERTEKEND -> SIGNED;
      case GEWEIGERD -> REFUSED;
      case NIET_BEREIKT -> NOT_REACHED;
    };
  }
}
