/** Files that people send: what they are by their bytes, and what of them is kept (S21). */
@NullMarked
package nl.meldcode.adapter.intake;

import org.jspecify.annotations.NullMarked;
