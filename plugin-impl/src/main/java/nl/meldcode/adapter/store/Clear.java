package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import nl.meldcode.api.EntryId;

/**
 * The clear columns of an entry row and the one form in which they are authenticated and hashed.
 *
 * @param at moment of recording in milliseconds since 1970, UTC
 * @param version content version of the kind
 * @param subject keyed hash of the pupil
 * @param previous hash of the entry before it; {@link Hash#NONE} for the first
 * @param files what is stored of the files it names
 */
record Clear(
    Place place,
    long seq,
    EntryId id,
    long at,
    int version,
    Hash subject,
    UUID idempotencyKey,
    Hash previous,
    List<Filed> files) {
  private static final byte FORMAT = 1;

  /** The same with files behind it: their number (2), then of each its id and its digest. */
  private static final byte WITH_FILES = 2;

  private static final int FIXED = 1 + 2 + 16 + 8 + 16 + 8 + 4 + 32 + 16 + 32;

  Clear {
    files = List.copyOf(files);
  }

  /** The canonical bytes: fixed order, big-endian, the school with its length before it. */
  byte[] bytes() {
    byte[] school = place.school().value().getBytes(UTF_8);
    if (school.length > 0xffff) {
      throw new IllegalArgumentException("school id too long");
    }
    byte[] column = Filed.column(files);
    int more = column == null ? 0 : 2 + column.length;
    ByteBuffer bytes = ByteBuffer.allocate(FIXED + school.length + more);
    bytes
        .put(column == null ? FORMAT : WITH_FILES)
        .putShort((short) school.length)
        .put(school)
        .put(Ids.bytes(place.dossier().value()))
        .putLong(seq)
        .put(Ids.bytes(id.value()))
        .putLong(at)
        .putInt(version)
        .put(subject.bytes())
        .put(Ids.bytes(idempotencyKey))
        .put(previous.bytes());
    if (column != null) {
      bytes.putShort((short) files.size()).put(column);
    }
    return bytes.array();
  }

  /** The hash of this entry, given the digest of its sealed content. */
  Hash hash(Hash digest) {
    return Hash.of(previous.bytes(), bytes(), digest.bytes());
  }

  /** Where it stands, for messages. */
  String name() {
    return place.dossier() + "/" + seq;
  }
}
