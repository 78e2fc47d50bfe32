package nl.meldcode.domain.linking;

import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.domain.entry.LinkKind;

/** A dossier belongs together with another one. */
public record Link(LinkKind kind, DossierId other, PupilId pupil) {}
