/** How all schools together stand. */
@NullMarked
package nl.meldcode.application.national;

import org.jspecify.annotations.NullMarked;
