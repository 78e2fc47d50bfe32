/** Calls over HTTP to systems that are not trusted: shared by the adapters, knows none of them. */
@NullMarked
package nl.meldcode.adapter.http;

import org.jspecify.annotations.NullMarked;
