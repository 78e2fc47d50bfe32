/** A host that reaches the plugin within their framework instead of over HTTP. */
@NullMarked
package nl.meldcode.acceptance.inprocess;

import org.jspecify.annotations.NullMarked;
