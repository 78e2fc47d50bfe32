package nl.meldcode.domain.entry;

/**
 * A guardian's answer to one version of a report (S3.8, S3.9). GEZIEN is never consent. All four
 * resolve the guardian's status.
 */
public enum AcknowledgementStatus {
  GEZIEN,
  ONDERTEKEND,
  GEWEIGERD,
  NIET_BEREIKT
}
