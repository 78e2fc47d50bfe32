/** The SQLite file of the administration. */
@NullMarked
package nl.meldcode.referencehost.store;

import org.jspecify.annotations.NullMarked;
