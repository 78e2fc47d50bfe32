/** Dossiers and what belongs to them, in one SQLite file. */
@NullMarked
package nl.meldcode.adapter.store;

import org.jspecify.annotations.NullMarked;
