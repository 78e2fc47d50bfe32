/** What was acknowledged stays, whatever happens to the process. */
@NullMarked
package nl.meldcode.acceptance.durability;

import org.jspecify.annotations.NullMarked;
