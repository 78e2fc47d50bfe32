/** A mail in the morning that there is something to do, and nothing about what. */
@NullMarked
package nl.meldcode.application.reminding;

import org.jspecify.annotations.NullMarked;
