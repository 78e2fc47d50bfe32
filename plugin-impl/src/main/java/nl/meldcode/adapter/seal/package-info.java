/** Signed heads: how far dossiers and access log went at a moment, outside both (A.12, C.7). */
@NullMarked
package nl.meldcode.adapter.seal;

import org.jspecify.annotations.NullMarked;
