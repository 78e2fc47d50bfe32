package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import nl.meldcode.adapter.store.ErasureLedger.Gone;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Vault;
import nl.meldcode.domain.dossier.Certificate;
import nl.meldcode.domain.entry.DestructionRequest.Requester;

/** Certificates of what was destroyed, sealed under the school's key. */
final class CertificateForm {
  private final Vault vault;

  CertificateForm(Vault vault) {
    this.vault = vault;
  }

  byte[] seal(Gone gone, Certificate certificate) {
    return vault.seal(gone.place().school(), clear(gone), bytes(certificate));
  }

  private static byte[] clear(Gone gone) {
    byte[] school = Labels.text(gone.place().school().value());
    byte[] dossier = Ids.bytes(gone.place().dossier().value());
    return gone.entries().isEmpty()
        ? Labels.clear("certificate", school, dossier)
        : Labels.clear(
            "certificate of entries", school, dossier, Labels.text(gone.entries().toString()));
  }

  private static byte[] bytes(Certificate certificate) {
    byte[] requester = Labels.text(certificate.requester().name());
    return ByteBuffer.allocate(8 + 2 * Ids.LENGTH + requester.length)
        .putLong(certificate.at().toEpochMilli())
        .put(Ids.bytes(certificate.askedBy().value()))
        .put(Ids.bytes(certificate.decidedBy().value()))
        .put(requester)
        .array();
  }

  /**
   * Opens it again.
   *
   * @throws nl.meldcode.application.port.Tampered when it is another one
   */
  Certificate open(Gone gone, byte[] sealed) {
    ByteBuffer content = ByteBuffer.wrap(vault.open(gone.place().school(), clear(gone), sealed));
    Instant at = Instant.ofEpochMilli(content.getLong());
    StaffId askedBy = staff(content);
    StaffId decidedBy = staff(content);
    Requester requester = Requester.valueOf(UTF_8.decode(content).toString());
    return new Certificate(
        gone.place().dossier(), gone.entries(), at, requester, askedBy, decidedBy);
  }

  private static StaffId staff(ByteBuffer content) {
    byte[] id = new byte[Ids.LENGTH];
    content.get(id);
    return new StaffId(Ids.uuid(id));
  }
}
