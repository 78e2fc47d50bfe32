/** The pages of host and plugin in a real browser, used as staff use them. */
@NullMarked
package nl.meldcode.acceptance.browser;

import org.jspecify.annotations.NullMarked;
