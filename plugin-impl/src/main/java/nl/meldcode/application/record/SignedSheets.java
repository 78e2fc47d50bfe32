package nl.meldcode.application.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import nl.meldcode.application.port.Attachments;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.entry.Acknowledgement;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.SignedSheet;

/** The signed sheets of paper that were sent for a dossier, and that entries then name (S3.8). */
record SignedSheets(Attachments attachments) {
  /** What an entry names; empty for what names none. */
  static Optional<SignedSheet> namedBy(Entry entry) {
    return entry instanceof Acknowledgement answer
        ? Optional.ofNullable(answer.sheet())
        : Optional.empty();
  }

  /**
   * The file of a sheet; empty when none was sent for this dossier lately with that digest, or
   * another entry names it already.
   */
  Optional<Attachment> find(SignedSheet sheet, Dossier dossier) {
    boolean taken = dossier.entries().stream().anyMatch(one -> one.file(sheet.file()).isPresent());
    return taken
        ? Optional.empty()
        : attachments
            .fresh(dossier.school(), dossier.id(), sheet.file())
            .filter(bytes -> sha256(bytes).equals(sheet.sha256()))
            .map(bytes -> new Attachment(sheet.file(), type(bytes), sheet.sha256(), bytes.length));
  }

  /** Only two types are ever kept ({@link nl.meldcode.application.port.FileCheck}). */
  private static String type(byte[] bytes) {
    return bytes[0] == '%' ? "application/pdf" : "image/jpeg";
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
