/** What is packed for others to install, installed there: from nothing to a recorded signal. */
@NullMarked
package nl.meldcode.acceptance.install;

import org.jspecify.annotations.NullMarked;
