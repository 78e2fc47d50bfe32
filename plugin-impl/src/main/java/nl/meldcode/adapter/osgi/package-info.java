/** Puts the plugin together in the framework: the one place that knows all adapters. */
@NullMarked
package nl.meldcode.adapter.osgi;

import org.jspecify.annotations.NullMarked;
