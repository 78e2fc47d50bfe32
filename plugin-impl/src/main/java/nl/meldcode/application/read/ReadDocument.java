package nl.meldcode.application.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meldcode.api.EntryId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Attachments;
import nl.meldcode.application.port.Documents;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.dossier.ReportVersion;
import nl.meldcode.domain.dossier.Reports;
import nl.meldcode.domain.entry.MeetingReport;

/** Hands out the document of an entry: the very bytes that were stored (S3.6, S3.9). */
public final class ReadDocument {
  private final Dossiers dossiers;
  private final Attachments attachments;
  private final Documents documents;
  private final Gate gate;

  public ReadDocument(Dossiers dossiers, Attachments attachments, Documents documents, Gate gate) {
    this.dossiers = dossiers;
    this.attachments = attachments;
    this.documents = documents;
    this.gate = gate;
  }

  /**
   * The document of one entry; empty when it has none or the caller may not read it.
   *
   * @param withReactions for a report: behind it the sheets with the guardians' answers
   * @throws nl.meldcode.application.port.Tampered when the bytes are not what was recorded
   */
  public Optional<byte[]> read(Caller caller, EntryId id, boolean withReactions) {
    for (Dossier dossier : dossiers.of(caller.school(), caller.pupil())) {
      Optional<Recorded> recorded = dossier.entry(id).filter(one -> !one.attachments().isEmpty());
      if (recorded.isPresent() && gate.policy().mayRead(caller, dossier, recorded.get())) {
        return Optional.of(handOut(caller, dossier, recorded.get(), withReactions));
      }
      recorded.ifPresent(
          one ->
              gate.shows(
                  What.REFUSED,
                  caller,
                  Optional.of(dossier),
                  "DOCUMENT.NONE",
                  one.entry().kind().jsonName()));
    }
    return Optional.empty();
  }

  private byte[] handOut(Caller caller, Dossier dossier, Recorded recorded, boolean withReactions) {
    List<Attachment> files = new ArrayList<>(recorded.attachments());
    if (withReactions && recorded.entry() instanceof MeetingReport) {
      new Reports(dossier)
          .version(recorded.id())
          .ifPresent(version -> addReactions(version, files));
    }
    String subject = recorded.entry().kind().jsonName();
    gate.shows(What.DOWNLOAD, caller, Optional.of(dossier), "DOCUMENT", subject);
    List<byte[]> bytes =
        files.stream().map(file -> attachments.get(dossier.school(), dossier.id(), file)).toList();
    return bytes.size() == 1 ? bytes.get(0) : documents.joined(bytes);
  }

  private static void addReactions(ReportVersion version, List<Attachment> files) {
    version.answers().values().stream()
        .sorted((a, b) -> Long.compare(a.recorded().seq(), b.recorded().seq()))
        .forEach(answer -> files.addAll(answer.recorded().attachments()));
  }
}
