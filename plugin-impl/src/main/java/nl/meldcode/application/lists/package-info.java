/** The lists of a school: read by its staff, kept by who may. */
@NullMarked
package nl.meldcode.application.lists;

import org.jspecify.annotations.NullMarked;
