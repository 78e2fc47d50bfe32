/** Days and terms: working days, school days, and when something is due. */
@NullMarked
package nl.meldcode.domain.term;

import org.jspecify.annotations.NullMarked;
