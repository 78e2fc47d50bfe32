/** How the plugin is doing, for those outside it: two words, figures, a command and files. */
@NullMarked
package nl.meldcode.adapter.health;

import org.jspecify.annotations.NullMarked;
