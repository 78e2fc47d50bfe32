package nl.meldcode.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the kit puts on a record: neutral, narrow, and easy to recognise. */
final class Samples {
  static final String TITLE = "Proef van de aansluiting";

  private Samples() {}

  /** The body of a new entry, as narrow as the plugin asks it. */
  static Map<String, Object> entry() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("kind", "meetingReport");
    entry.put("externalReference", UUID.randomUUID().toString());
    entry.put("title", TITLE);
    entry.put("occurredAt", "2026-01-15T09:30:00Z");
    entry.put("confidentiality", "restricted");
    entry.put("visibility", "restrictedStaff");
    entry.put("audienceRoles", List.of("safeguardingOfficer", "head"));
    entry.put("excludeFromTransfer", true);
    return entry;
  }

  /** A small PDF of one empty page that differs by its remark. */
  static byte[] pdf(String remark) {
    return ("""
            %PDF-1.4
            %"""
            + remark
            + """

            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """)
        .getBytes(ISO_8859_1);
  }

  /** The digest field of RFC 9530. */
  static String digest(byte[] content) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(content)) + ":";
  }

  static String hex(byte[] content) {
    return HexFormat.of().formatHex(sha256(content));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
