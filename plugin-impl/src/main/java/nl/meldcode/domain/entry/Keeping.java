package nl.meldcode.domain.entry;

/** How long the dossier is kept (C.5). */
public sealed interface Keeping extends Entry
    permits DestructionDecision, DestructionRequest, LegalHold {}
