/** Dossiers that are destroyed: what was decided is carried out, and what was done is shown. */
@NullMarked
package nl.meldcode.application.destruction;

import org.jspecify.annotations.NullMarked;
