/** Links between dossiers: finding them, and showing them to whom they are for. */
@NullMarked
package nl.meldcode.application.linking;

import org.jspecify.annotations.NullMarked;
