/** Entries as JSON: one registry of names and content versions for wire and store. */
@NullMarked
package nl.meldcode.adapter.json;

import org.jspecify.annotations.NullMarked;
