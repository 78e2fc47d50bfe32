/** A pupil administration system at the other side that speaks OneRoster 1.2: rosters only. */
@NullMarked
package nl.meldcode.adapter.oneroster;

import org.jspecify.annotations.NullMarked;
