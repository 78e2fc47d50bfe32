/** The pupil administration system at the other side, over Host Connect. */
@NullMarked
package nl.meldcode.adapter.host;

import org.jspecify.annotations.NullMarked;
