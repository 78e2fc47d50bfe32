package nl.meldcode.adapter.rest;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;

/** The real application around some resources, without a server. */
final class InProcess {

  private static final URI BASE = URI.create("http://127.0.0.1:8080/meldcode/api/");

  private final ApplicationHandler handler;

  InProcess(Object... resources) {
    handler = new ApplicationHandler(RestApplication.of(List.of(resources)));
  }

  Answer get(String path) {
    return send(request("GET", path));
  }

  private static ContainerRequest request(String method, String path) {
    return new ContainerRequest(
        BASE, BASE.resolve(path), method, null, new MapPropertiesDelegate(), null);
  }

  Answer send(ContainerRequest request) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      return new Answer(handler.apply(request, body).get(), body.toString(StandardCharsets.UTF_8));
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("no answer", e);
    }
  }

  /** What came back, body as text. */
  record Answer(ContainerResponse response, String body) {

    int status() {
      return response.getStatus();
    }

    String header(String name) {
      return String.valueOf(response.getHeaderString(name));
    }
  }
}
