package nl.meldcode.domain.entry;

/** Which way a dossier goes (O11). A suspicion against staff has no dossier. */
public enum Route {
  HOME,
  PEERS
}
