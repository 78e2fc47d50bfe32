package nl.meldcode.domain.entry;

/** How striking it is (S2.5 to S2.7), from least to most. */
public enum Seriousness {
  NOT_STRIKING,
  STRIKING,
  SERIOUS,
  SERIOUS_AND_HARMFUL
}
