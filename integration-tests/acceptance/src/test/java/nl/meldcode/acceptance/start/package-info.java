/** The start command and the distribution, taken by themselves: no host, nobody signed in. */
@NullMarked
package nl.meldcode.acceptance.start;

import org.jspecify.annotations.NullMarked;
