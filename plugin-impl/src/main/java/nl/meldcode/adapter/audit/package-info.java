/** The log of who read or was refused what. */
@NullMarked
package nl.meldcode.adapter.audit;

import org.jspecify.annotations.NullMarked;
