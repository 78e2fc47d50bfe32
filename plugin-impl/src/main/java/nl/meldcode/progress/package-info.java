/** How far work that takes long has come. */
@NullMarked
package nl.meldcode.progress;

import org.jspecify.annotations.NullMarked;
