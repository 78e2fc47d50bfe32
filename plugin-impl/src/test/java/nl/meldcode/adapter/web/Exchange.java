package nl.meldcode.adapter.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and what was answered, through the header filter as in the framework. */
final class Exchange {
  private final HttpServletRequest request = mock(HttpServletRequest.class);
  private final HttpServletResponse response = mock(HttpServletResponse.class);
  private final Map<String, String> headers = new HashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status = 200;

  Exchange(String method, @Nullable String pathInfo) throws IOException {
    when(request.getMethod()).thenReturn(method);
    when(request.getPathInfo()).thenReturn(pathInfo);
    when(request.getProtocol()).thenReturn("HTTP/1.1");
    doAnswer(call -> headers.put(call.getArgument(0), call.getArgument(1)))
        .when(response)
        .setHeader(anyString(), any());
    doAnswer(call -> headers.put(call.getArgument(0), call.getArgument(1)))
        .when(response)
        .addHeader(anyString(), any());
    doAnswer(call -> headers.put("Content-Type", call.getArgument(0)))
        .when(response)
        .setContentType(anyString());
    doAnswer(call -> status = call.getArgument(0)).when(response).setStatus(anyInt());
    when(response.getOutputStream()).thenReturn(new Body());
  }

  Exchange header(String name, @Nullable String value) {
    when(request.getHeader(name)).thenReturn(value);
    return this;
  }

  Exchange query(String query) {
    when(request.getQueryString()).thenReturn(query);
    return this;
  }

  Exchange field(String name, String value) {
    when(request.getParameter(name)).thenReturn(value);
    return this;
  }

  Exchange cookie(String value) {
    when(request.getCookies())
        .thenReturn(new Cookie[] {new Cookie("other", "x"), new Cookie("__Host-mc", value)});
    return this;
  }

  /** What is sent along. */
  Exchange sends(byte[] bytes) throws IOException {
    ServletInputStream in = mock(ServletInputStream.class);
    when(in.readNBytes(anyInt()))
        .thenAnswer(
            call -> Arrays.copyOf(bytes, Math.min(bytes.length, call.<Integer>getArgument(0))));
    when(request.getInputStream()).thenReturn(in);
    return this;
  }

  Exchange with(Servlet servlet) throws IOException, ServletException {
    new WebHeaders().doFilter(request, response, servlet::service);
    return this;
  }

  int status() {
    return status;
  }

  /** A header of the answer, empty when it has none of that name. */
  String sent(String name) {
    return headers.getOrDefault(name, "");
  }

  Map<String, String> headers() {
    return headers;
  }

  String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  private final class Body extends ServletOutputStream {
    @Override
    public void write(int one) {
      body.write(one);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new AssertionError("not asked for by what is tested");
    }
  }
}
