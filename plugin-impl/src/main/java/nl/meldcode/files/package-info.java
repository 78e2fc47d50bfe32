/** Files that belong to their owner alone, and files of lines that somebody else still adds to. */
@NullMarked
package nl.meldcode.files;

import org.jspecify.annotations.NullMarked;
