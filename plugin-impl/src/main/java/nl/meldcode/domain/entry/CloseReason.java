package nl.meldcode.domain.entry;

import org.jspecify.annotations.Nullable;

/** Why a dossier is closed (O10). */
public enum CloseReason {
  NO_CONCERN,
  HELP_EFFECTIVE,
  REFUTED,
  NOT_CONFIRMED,
  MONITORING_ENDED,
  HANDED_OVER,
  PUPIL_LEFT,
  DUPLICATE;

  /**
   * Whether it says the same as Veilig Thuis did: "not confirmed" is never called refuted (S6.2,
   * S6.3).
   *
   * @param concluded null when Veilig Thuis concluded nothing
   */
  public boolean agreesWith(VeiligThuisConclusion.@Nullable Conclusion concluded) {
    return switch (this) {
      case REFUTED -> concluded == null || concluded == VeiligThuisConclusion.Conclusion.REFUTED;
      case NOT_CONFIRMED ->
          concluded == null || concluded == VeiligThuisConclusion.Conclusion.NOT_CONFIRMED;
      case NO_CONCERN, HELP_EFFECTIVE, MONITORING_ENDED, HANDED_OVER, PUPIL_LEFT, DUPLICATE -> true;
    };
  }
}
