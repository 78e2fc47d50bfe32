package nl.meldcode.adapter.store;

/** The end of a dossier's chain. */
record Head(long seq, Hash hash) {
  static final Head NONE = new Head(0, Hash.NONE);
}
