/** How the plugin is doing: checks, their results, and what was counted meanwhile. */
@NullMarked
package nl.meldcode.application.health;

import org.jspecify.annotations.NullMarked;
