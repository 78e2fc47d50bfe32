/**
 * The stand-alone verifier: what was kept is what was written, seen without the plugin's secrets.
 */
@NullMarked
package nl.meldcode.verify;

import org.jspecify.annotations.NullMarked;
