package nl.meldcode.application.port;

class InMemoryDossiersTest extends DossiersContract {
  private final Dossiers dossiers = new InMemoryDossiers();

  @Override
  protected Dossiers dossiers() {
    return dossiers;
  }
}
