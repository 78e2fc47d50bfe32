/** Tells the maker of a host what of Host Connect it does not keep to, and what to do about it. */
@NullMarked
package nl.meldcode.conformance;

import org.jspecify.annotations.NullMarked;
