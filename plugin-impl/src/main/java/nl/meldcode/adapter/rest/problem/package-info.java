/** What a caller is told when a request is not answered as asked: RFC 9457 problem documents. */
@NullMarked
package nl.meldcode.adapter.rest.problem;

import org.jspecify.annotations.NullMarked;
