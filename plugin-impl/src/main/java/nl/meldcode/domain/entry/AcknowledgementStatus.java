package nl.meldcode.domain.entry;

/**
 * Somebody's answer to one version of a report (S3.8, S3.9). GEZIEN is never consent. All four
 * resolve the status of who was asked.
 */
public enum AcknowledgementStatus {
  GEZIEN,
  ONDERTEKEND,
  GEWEIGERD,
  NIET_BEREIKT
}
