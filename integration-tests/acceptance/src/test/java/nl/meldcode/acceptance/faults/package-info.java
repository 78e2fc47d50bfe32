/** What happens when the disk is full, fails or refuses, and when memory is short. */
@NullMarked
package nl.meldcode.acceptance.faults;

import org.jspecify.annotations.NullMarked;
