package nl.meldcode.application.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.meldcode.api.EntryId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Attachments;
import nl.meldcode.application.port.Documents;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.TypedBytes;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.dossier.Reports;
import nl.meldcode.domain.entry.Acknowledgement;
import nl.meldcode.domain.entry.MeetingReport;

/** Hands out the files of an entry: the very bytes that were stored (S3.6, S3.8, S3.9). */
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

  /** An entry that may be read, in its dossier. */
  private record Found(Dossier dossier, Recorded recorded) {
    @Override
    public String toString() {
      return "Found[" + recorded + "]";
    }
  }

  /**
   * The document of one entry; empty when it has none or the caller may not read it.
   *
   * @param withReactions for a report: behind it the sheets with the guardians' answers
   * @throws nl.meldcode.application.port.Tampered when the bytes are not what was recorded
   */
  public Optional<byte[]> read(Caller caller, EntryId id, boolean withReactions) {
    return find(caller, id, one -> one.document().isPresent())
        .map(found -> handOut(caller, found.dossier(), found.recorded(), withReactions));
  }

  /**
   * The signed sheet of an answer; empty when it has none or the caller may not read it.
   *
   * @throws nl.meldcode.application.port.Tampered when the bytes are not what was recorded
   */
  public Optional<TypedBytes> sheet(Caller caller, EntryId id) {
    return find(caller, id, one -> sheetOf(one).isPresent())
        .map(
            found -> {
              Dossier dossier = found.dossier();
              String subject = found.recorded().entry().kind().jsonName();
              gate.shows(What.DOWNLOAD, caller, Optional.of(dossier), "SHEET", subject);
              Attachment file = sheetOf(found.recorded()).orElseThrow();
              return new TypedBytes(
                  file.mediaType(), attachments.get(dossier.school(), dossier.id(), file));
            });
  }

  private static Optional<Attachment> sheetOf(Recorded recorded) {
    return recorded.entry() instanceof Acknowledgement answer && answer.sheet() != null
        ? recorded.file(answer.sheet().file())
        : Optional.empty();
  }

  private Optional<Found> find(Caller caller, EntryId id, Predicate<Recorded> hasIt) {
    for (Dossier dossier : dossiers.of(caller.school(), caller.pupil())) {
      Optional<Recorded> recorded = dossier.entry(id).filter(hasIt);
      if (recorded.isPresent() && gate.policy().mayRead(caller, dossier, recorded.get())) {
        return Optional.of(new Found(dossier, recorded.get()));
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
    List<Attachment> files = new ArrayList<>(recorded.document().stream().toList());
    if (withReactions && recorded.entry() instanceof MeetingReport) {
      new Reports(dossier)
          .version(recorded.id())
          .ifPresent(
              version ->
                  files.addAll(version.papers(one -> gate.policy().mayRead(caller, dossier, one))));
    }
    String subject = recorded.entry().kind().jsonName();
    gate.shows(What.DOWNLOAD, caller, Optional.of(dossier), "DOCUMENT", subject);
    List<byte[]> bytes =
        files.stream().map(file -> attachments.get(dossier.school(), dossier.id(), file)).toList();
    return bytes.size() == 1 ? bytes.get(0) : documents.joined(bytes);
  }
}
