/** The append-only list of entries about one pupil, and what follows from it. */
@NullMarked
package nl.meldcode.domain.dossier;

import org.jspecify.annotations.NullMarked;
