/**
 * Copies of the data and, apart from them, of its keys: made while the plugin runs, held against
 * their chains before they count, and put back (R08, R09, S26).
 */
@NullMarked
package nl.meldcode.backup;

import org.jspecify.annotations.NullMarked;
