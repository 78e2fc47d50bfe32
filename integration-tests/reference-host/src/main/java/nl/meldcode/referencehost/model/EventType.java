package nl.meldcode.referencehost.model;

import java.util.Locale;

/** What the host tells of (Host Connect 6.5). */
public enum EventType {
  LEERLING_GEWIJZIGD,
  LEERLING_VERPLAATST,
  LEERLING_UITGESCHREVEN,
  LEERLING_SAMENGEVOEGD,
  LEERLING_GESPLITST,
  RELATIE_GEWIJZIGD,
  HUISHOUDEN_GEWIJZIGD,
  GEZAG_GEWIJZIGD,
  DOSSIERITEM_TOEGEVOEGD,
  DOSSIERITEM_VERWIJDERD,
  KENNISNAME_VASTGELEGD,
  MEDEWERKER_UITDIENST,
  MEDEWERKER_AFGEMELD,
  SCHOOL_SAMENGEVOEGD,
  BULKWIJZIGING;

  /** The {@code type} of a CloudEvent. */
  public String wire() {
    return "nl.leerlingadministratie." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
