/** A virus scanner of another process on the same machine. */
@NullMarked
package nl.meldcode.adapter.scan;

import org.jspecify.annotations.NullMarked;
