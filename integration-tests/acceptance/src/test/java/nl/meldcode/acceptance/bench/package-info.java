/** Figures with their goals, measured on the shipped distribution. */
@NullMarked
package nl.meldcode.acceptance.bench;

import org.jspecify.annotations.NullMarked;
