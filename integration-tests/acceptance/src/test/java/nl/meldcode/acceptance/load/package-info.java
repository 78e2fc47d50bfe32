/** A whole board at work. */
@NullMarked
package nl.meldcode.acceptance.load;

import org.jspecify.annotations.NullMarked;
