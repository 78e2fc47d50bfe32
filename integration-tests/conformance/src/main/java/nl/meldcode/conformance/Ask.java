package nl.meldcode.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to a host.
 *
 * @param address below the base of Host Connect when it starts with a slash, whole otherwise
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Ask(String method, String address, Map<String, String> headers, byte[] body) {

  static Ask of(String method, String address) {
    return new Ask(method, address, Map.of(), new byte[0]);
  }

  static Ask get(String address) {
    return of("GET", address);
  }

  Ask with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Ask(method, address, more, body);
  }

  Ask without(String header) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(header);
    return new Ask(method, address, fewer, body);
  }

  Ask body(String mediaType, byte[] content) {
    return new Ask(method, address, headers, content).with("Content-Type", mediaType);
  }

  Ask json(Object value) {
    return body("application/json", Json.text(value).getBytes(UTF_8));
  }

  /** The address without its query, for people to read: a query may hold a cursor of the host's. */
  String path() {
    return address.split("\\?", 2)[0];
  }

  @Override
  public String toString() {
    return method + " " + path();
  }
}
