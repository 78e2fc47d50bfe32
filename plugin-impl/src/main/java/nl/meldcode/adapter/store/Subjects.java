package nl.meldcode.adapter.store;

import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Vault;

/** Pupils as a keyed hash: to be looked up, not to be read. */
final class Subjects {
  private final Vault vault;

  Subjects(Vault vault) {
    this.vault = vault;
  }

  Hash of(SchoolId school, PupilId pupil) {
    return new Hash(vault.lookup(school, Ids.bytes(pupil.value())));
  }
}
