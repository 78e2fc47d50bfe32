/** The board's register of suspicions against staff, beside all dossiers (B.10). */
@NullMarked
package nl.meldcode.domain.register;

import org.jspecify.annotations.NullMarked;
