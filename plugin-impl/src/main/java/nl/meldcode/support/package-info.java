/** What who helps from afar may see: how the plugin is, and nothing of what is in it. */
@NullMarked
package nl.meldcode.support;

import org.jspecify.annotations.NullMarked;
