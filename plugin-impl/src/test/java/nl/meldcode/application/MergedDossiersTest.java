package nl.meldcode.application;

import java.util.Map;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.DossiersContract;
import nl.meldcode.application.port.InMemoryDossiers;
import nl.meldcode.application.port.InMemoryMergers;
import nl.meldcode.domain.school.Mergers;

/** Where another school became part of this one, all that dossiers promise holds as before. */
class MergedDossiersTest extends DossiersContract {
  private final InMemoryMergers mergers = new InMemoryMergers();
  private final Dossiers dossiers = new MergedDossiers(new InMemoryDossiers(), mergers);

  @Override
  protected Dossiers dossiers() {
    mergers.keep(new Mergers(Map.of(new SchoolId("99ZZ"), new SchoolId("99AA"))));
    return dossiers;
  }
}
