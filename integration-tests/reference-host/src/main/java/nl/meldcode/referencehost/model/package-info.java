/** What the administration knows, in the shape in which Host Connect sends it. */
@NullMarked
package nl.meldcode.referencehost.model;

import org.jspecify.annotations.NullMarked;
