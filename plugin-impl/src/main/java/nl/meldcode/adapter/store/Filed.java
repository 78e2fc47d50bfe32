package nl.meldcode.adapter.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.sql.Statements;
import org.jspecify.annotations.Nullable;

/**
 * A stored file that an entry names, by the digest of its sealed bytes: its chain holds it, and who
 * has no keys can see that it is what was written.
 */
record Filed(UUID id, Hash sealed) {
  static final int LENGTH = Ids.LENGTH + 32;
  private static final String SEALED =
      "SELECT sealed FROM attachment WHERE school = ? AND dossier = ? AND id = ?";

  /** What is stored of these; what is not, is left out. */
  static List<Filed> of(Statements statements, Place place, List<Attachment> attachments)
      throws SQLException {
    List<Filed> found = new ArrayList<>();
    for (Attachment attachment : attachments) {
      sealed(statements, place, attachment.id())
          .ifPresent(hash -> found.add(new Filed(attachment.id(), hash)));
    }
    return found;
  }

  /** Whether it is stored as it was. */
  boolean isIn(Statements statements, Place place) throws SQLException {
    return sealed(statements, place, id).filter(sealed::equals).isPresent();
  }

  /** The form of the column; null for none. */
  static byte @Nullable [] column(List<Filed> files) {
    if (files.isEmpty()) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.allocate(files.size() * LENGTH);
    files.forEach(one -> bytes.put(Ids.bytes(one.id())).put(one.sealed().bytes()));
    return bytes.array();
  }

  /** Reads that form. What is left over counts as one more, so that the entry's hash tells. */
  static List<Filed> read(byte @Nullable [] column) {
    List<Filed> files = new ArrayList<>();
    if (column != null) {
      ByteBuffer bytes = ByteBuffer.wrap(column);
      while (bytes.remaining() >= LENGTH) {
        byte[] id = new byte[Ids.LENGTH];
        byte[] hash = new byte[LENGTH - Ids.LENGTH];
        bytes.get(id).get(hash);
        files.add(new Filed(Ids.uuid(id), new Hash(hash)));
      }
      if (bytes.hasRemaining()) {
        files.add(new Filed(new UUID(0, 0), Hash.NONE));
      }
    }
    return files;
  }

  private static Optional<Hash> sealed(Statements statements, Place place, UUID id)
      throws SQLException {
    try (ResultSet row =
        statements
            .of(SEALED, place.school().value(), Ids.bytes(place.dossier().value()), Ids.bytes(id))
            .executeQuery()) {
      return row.next() ? Optional.of(Hash.of(row.getBytes(1))) : Optional.empty();
    }
  }
}
