package nl.meldcode.api;

import java.net.URI;
import java.util.Map;

/** What a host does with a launch. */
public sealed interface LaunchAnswer {

  /**
   * The frame or window posts these fields to that address, from a page at one of the host's agreed
   * origins. They are good for once and for as long as the token is; they belong in the body of the
   * post, never in an address.
   *
   * @param action the plugin's launch address
   * @param fields names and values for the form
   */
  record Form(URI action, Map<String, String> fields) implements LaunchAnswer {
    /** Copies the fields. */
    public Form {
      fields = Map.copyOf(fields);
    }

    /** Without the fields: they are a credential. */
    @Override
    public String toString() {
      return "Form[" + action + "]";
    }
  }

  /** The tab does not open; nothing is to be posted. */
  record Refused(LaunchRefusal why) implements LaunchAnswer {}
}
