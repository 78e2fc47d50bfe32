package nl.meldcode.adapter.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Fields as a browser's form would send them, which is how tokens are asked for. */
public record FormBody(Map<String, String> fields) {
  public FormBody {
    fields = Map.copyOf(fields);
  }

  /** A request that posts them there and wants JSON back. */
  public HttpRequest.Builder to(URI uri) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(text()));
  }

  private String text() {
    return fields.entrySet().stream()
        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** One name or value, as it stands in such a form. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "FormBody" + fields.keySet();
  }
}
