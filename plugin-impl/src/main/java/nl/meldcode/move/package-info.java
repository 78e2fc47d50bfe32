/** From the one kind of database to the other, and back, with nothing lost on the way (R09). */
@NullMarked
package nl.meldcode.move;

import org.jspecify.annotations.NullMarked;
