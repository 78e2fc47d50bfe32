package nl.meldcode.api;

/**
 * Why a launch was refused. It says nothing about any person; the plugin's access log has the
 * details.
 */
public enum LaunchRefusal {
  /** Not signed by the host's published key, out of time, or not for this installation or a tab. */
  INVALID,
  /** A token opens a tab once, and this one did. */
  USED,
  /** The host's own list of staff has nobody of that id at that school. */
  UNKNOWN_STAFF,
  /** Keys, staff or store could not be reached; a new token may do in a minute. */
  UNAVAILABLE
}
