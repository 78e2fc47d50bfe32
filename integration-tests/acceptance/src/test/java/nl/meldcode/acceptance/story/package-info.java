/** The acceptance scenarios, played by the people who are in them. */
@NullMarked
package nl.meldcode.acceptance.story;

import org.jspecify.annotations.NullMarked;
