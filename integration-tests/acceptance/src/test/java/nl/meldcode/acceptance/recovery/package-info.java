/** Whatever stops or goes away: what was recorded is there when it is back. */
@NullMarked
package nl.meldcode.acceptance.recovery;

import org.jspecify.annotations.NullMarked;
