/** What is measured against what others made for the same purpose. */
@NullMarked
package nl.meldcode.bench.peers;

import org.jspecify.annotations.NullMarked;
