package nl.meldcode.adapter.store;

import java.nio.ByteBuffer;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;

/** Where a dossier stands. */
record Place(SchoolId school, DossierId dossier) {
  /** A number for whoever writes there alone; that two places share one costs them some waiting. */
  long lock() {
    return ByteBuffer.wrap(
            Hash.of(Labels.clear("lock", Labels.text(school.value()), Ids.bytes(dossier.value())))
                .bytes())
        .getLong();
  }
}
