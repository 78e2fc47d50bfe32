/** Reads what is data: protocols, the table of rights and the school calendars. */
@NullMarked
package nl.meldcode.adapter.protocol;

import org.jspecify.annotations.NullMarked;
