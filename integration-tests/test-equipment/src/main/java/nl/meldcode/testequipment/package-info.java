/**
 * A bundle that is never shipped. Tests add it to a started framework to move the clock, to stop
 * and start bundles, to ask the plugin as another bundle would, and to have a smallest possible
 * resource to measure against.
 */
@NullMarked
package nl.meldcode.testequipment;

import org.jspecify.annotations.NullMarked;
