package nl.meldcode.adapter.rest;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Makes the resources and publishes them for as long as everything they need is there. */
@Component(service = RestApi.class, immediate = true)
public final class RestApi {

  private final RestRegistration registration;

  /** Called by the framework once all references are satisfied. */
  @Activate
  public RestApi(BundleContext bundle) {
    registration = new RestRegistration(bundle, List.of(new ReadinessResource()));
  }

  @Deactivate
  void stop() {
    registration.close();
  }
}
