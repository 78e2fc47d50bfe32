/** What the interface does with calls that are wrong or not its own. */
@NullMarked
package nl.meldcode.acceptance.input;

import org.jspecify.annotations.NullMarked;
