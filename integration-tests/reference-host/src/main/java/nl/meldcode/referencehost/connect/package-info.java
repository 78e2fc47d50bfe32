/** Host Connect v1: the token endpoint and the REST resources under {@code /connect/v1}. */
@NullMarked
package nl.meldcode.referencehost.connect;

import org.jspecify.annotations.NullMarked;
