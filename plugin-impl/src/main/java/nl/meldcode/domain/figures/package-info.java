/** Figures over many dossiers, of which nobody finds anybody back. */
@NullMarked
package nl.meldcode.domain.figures;

import org.jspecify.annotations.NullMarked;
