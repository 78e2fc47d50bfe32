/** The plugin's tabs: its descriptor, and the signed token that opens one. */
@NullMarked
package nl.meldcode.referencehost.launch;

import org.jspecify.annotations.NullMarked;
