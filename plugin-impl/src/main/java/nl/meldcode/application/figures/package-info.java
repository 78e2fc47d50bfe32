/** Figures of a school, made from its dossiers when they are asked for. */
@NullMarked
package nl.meldcode.application.figures;

import org.jspecify.annotations.NullMarked;
