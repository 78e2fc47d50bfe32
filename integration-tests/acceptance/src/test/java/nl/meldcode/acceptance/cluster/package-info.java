/** What happens when servers of a database that several nodes share fall away. */
@NullMarked
package nl.meldcode.acceptance.cluster;

import org.jspecify.annotations.NullMarked;
