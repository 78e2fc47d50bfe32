/** The way past the dossier: a suspicion against staff goes to the board (B.10). */
@NullMarked
package nl.meldcode.application.register;

import org.jspecify.annotations.NullMarked;
