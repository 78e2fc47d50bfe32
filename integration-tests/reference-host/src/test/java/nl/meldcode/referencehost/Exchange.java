package nl.meldcode.referencehost;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.ReadListener;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.referencehost.store.Json;
import org.jspecify.annotations.Nullable;

/**
 * One request to a servlet and its answer, without a network. What a servlet asks beyond this fails
 * the test.
 */
public final class Exchange {
  private final String method;
  private final String path;
  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, String> parameters = new HashMap<>();
  private final List<Cookie> cookies = new ArrayList<>();
  private byte[] body = new byte[0];
  private String server = "localhost";

  private int status = 200;
  private final Map<String, List<String>> answered = new HashMap<>();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  private Exchange(String method, String path) {
    this.method = method;
    this.path = path;
  }

  public static Exchange of(String method, String path) {
    return new Exchange(method, path);
  }

  public Exchange header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Exchange parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  public Exchange cookie(String name, String value) {
    cookies.add(new Cookie(name, value));
    return this;
  }

  public Exchange body(String mediaType, byte[] content) {
    body = content;
    return header("Content-Type", mediaType);
  }

  public Exchange json(String json) {
    return body("application/json", json.getBytes(UTF_8));
  }

  public Exchange server(String name) {
    server = name;
    return this;
  }

  /** Sends the request; afterwards the answer can be asked. */
  public Exchange send(Servlet servlet) {
    try {
      servlet.service(request(), response());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  /** The same answer as if something else had been asked. */
  public Exchange as(String otherPath) {
    Exchange other = new Exchange(method, otherPath);
    other.status = status;
    other.answered.putAll(answered);
    other.output.writeBytes(bytes());
    return other;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  public int status() {
    return status;
  }

  /** All values of a header of the answer, empty when it has none. */
  public List<String> headers(String name) {
    return answered.getOrDefault(name, List.of());
  }

  /** The one value of a header of the answer. */
  public String header(String name) {
    return String.join(",", headers(name));
  }

  public byte[] bytes() {
    return output.toByteArray();
  }

  public String text() {
    return output.toString(UTF_8);
  }

  public JsonNode json() {
    return Json.read(text(), JsonNode.class);
  }

  private HttpServletRequest request() {
    return proxy(
        HttpServletRequest.class,
        (name, args) ->
            switch (name) {
              case "getMethod" -> method;
              case "getPathInfo" -> path;
              case "getServerName" -> server;
              case "getHeader" -> headers.get((String) args[0]);
              case "getParameter" -> parameters.get((String) args[0]);
              case "getCookies" -> cookies.toArray(Cookie[]::new);
              case "getInputStream" -> new Input(body);
              default -> throw new AssertionError("request." + name);
            });
  }

  private HttpServletResponse response() {
    return proxy(
        HttpServletResponse.class,
        (name, args) ->
            switch (name) {
              case "setStatus", "sendError" -> answerWith((Integer) args[0]);
              case "setHeader" -> answered.put((String) args[0], List.of((String) args[1]));
              case "addHeader" -> add((String) args[0], (String) args[1]);
              case "setContentType" -> answered.put("Content-Type", List.of((String) args[0]));
              case "setContentLength" -> null;
              case "getOutputStream" -> new Output(output);
              default -> throw new AssertionError("response." + name);
            });
  }

  private boolean answerWith(int code) {
    status = code;
    return true;
  }

  private boolean add(String name, String value) {
    return answered.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  private interface Answers {
    @Nullable Object answer(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    Object made =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, called, arguments) -> {
              Object answer = answers.answer(called.getName(), arguments);
              return called.getReturnType() == void.class ? null : answer;
            });
    return type.cast(made);
  }

  private static final class Input extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Input(byte[] content) {
      bytes = new ByteArrayInputStream(content);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int from, int length) {
      return bytes.read(target, from, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new AssertionError("not asynchronous");
    }
  }

  private static final class Output extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    Output(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int one) {
      bytes.write(one);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new AssertionError("not asynchronous");
    }
  }
}
