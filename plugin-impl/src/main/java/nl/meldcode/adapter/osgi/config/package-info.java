/** Reads the whole configuration at once, and says everything that is wrong with it. */
@NullMarked
package nl.meldcode.adapter.osgi.config;

import org.jspecify.annotations.NullMarked;
