/** What is inside the shipped distribution, and what it shows to other bundles. */
@NullMarked
package nl.meldcode.acceptance.contents;

import org.jspecify.annotations.NullMarked;
