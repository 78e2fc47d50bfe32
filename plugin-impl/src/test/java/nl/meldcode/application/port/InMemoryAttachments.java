package nl.meldcode.application.port;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.dossier.Attachment;

/** Attachments in memory. */
public final class InMemoryAttachments implements Attachments {
  private final Map<Place, byte[]> stored = new ConcurrentHashMap<>();

  private record Place(SchoolId school, DossierId dossier, UUID id) {}

  @Override
  public Attachment put(SchoolId school, DossierId dossier, String mediaType, byte[] bytes) {
    UUID id = UUID.randomUUID();
    stored.put(new Place(school, dossier, id), bytes.clone());
    return new Attachment(id, mediaType, sha256(bytes), bytes.length);
  }

  @Override
  public byte[] get(SchoolId school, DossierId dossier, Attachment attachment) {
    byte[] bytes = stored.get(new Place(school, dossier, attachment.id()));
    if (bytes == null || !sha256(bytes).equals(attachment.sha256())) {
      throw new Tampered("attachment " + attachment.id());
    }
    return bytes.clone();
  }

  @Override
  public Optional<byte[]> fresh(SchoolId school, DossierId dossier, UUID id) {
    return Optional.ofNullable(stored.get(new Place(school, dossier, id))).map(byte[]::clone);
  }

  @Override
  public long size(SchoolId school, DossierId dossier) {
    return stored.entrySet().stream()
        .filter(one -> one.getKey().school().equals(school))
        .filter(one -> one.getKey().dossier().equals(dossier))
        .mapToLong(one -> one.getValue().length)
        .sum();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
