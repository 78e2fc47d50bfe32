/** The guardians of a pupil and their authority, from the host or confirmed by hand. */
@NullMarked
package nl.meldcode.domain.family;

import org.jspecify.annotations.NullMarked;
