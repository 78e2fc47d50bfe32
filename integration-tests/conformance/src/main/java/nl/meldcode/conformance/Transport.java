package nl.meldcode.conformance;

import java.io.IOException;

/** The way to a host. */
@FunctionalInterface
public interface Transport {
  /**
   * Sends the request and reads the whole answer.
   *
   * @throws IOException when there is no answer
   */
  Answer send(Ask ask) throws IOException;
}
