package nl.meldcode.adapter.store;

import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;

/** Where a dossier stands. */
record Place(SchoolId school, DossierId dossier) {}
