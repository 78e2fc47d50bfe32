/** What people of the school may see and do, and what they cannot find out. */
@NullMarked
package nl.meldcode.acceptance.access;

import org.jspecify.annotations.NullMarked;
