/** Recording: from what a person sent to an entry on disk, or a refusal that says why. */
@NullMarked
package nl.meldcode.application.record;

import org.jspecify.annotations.NullMarked;
