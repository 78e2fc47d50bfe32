/** What the use cases need from the outside, named by need. */
@NullMarked
package nl.meldcode.application.port;

import org.jspecify.annotations.NullMarked;
