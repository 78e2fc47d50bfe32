/**
 * What a black-box test needs to act as staff of the demo school: the host's pages, the launch of a
 * tab, and the calls that the tab's page makes. Nothing here knows a class of the plugin.
 */
@NullMarked
package nl.meldcode.acceptance.kit;

import org.jspecify.annotations.NullMarked;
