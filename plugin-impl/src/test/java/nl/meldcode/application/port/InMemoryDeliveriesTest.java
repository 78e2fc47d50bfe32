package nl.meldcode.application.port;

class InMemoryDeliveriesTest extends DeliveriesContract {
  private final InMemoryDossiers dossiers = new InMemoryDossiers();
  private final Deliveries deliveries = new InMemoryDeliveries(dossiers);

  @Override
  protected Deliveries deliveries() {
    return deliveries;
  }

  @Override
  protected Dossiers dossiers() {
    return dossiers;
  }
}
