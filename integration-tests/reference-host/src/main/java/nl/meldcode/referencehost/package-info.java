/** A pupil administration system in small, to try the plugin against. */
@NullMarked
package nl.meldcode.referencehost;

import org.jspecify.annotations.NullMarked;
