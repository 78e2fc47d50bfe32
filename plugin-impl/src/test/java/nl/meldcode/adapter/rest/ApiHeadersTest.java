package nl.meldcode.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;

/** What stands on every answer of the interface, before anything else is done. */
class ApiHeadersTest {
  @Test
  @Covers({"S07", "S08"})
  void nothingIsKeptNothingFramedAndNoTypeGuessed() throws IOException, ServletException {
    Map<String, String> headers = new HashMap<>();
    HttpServletResponse response = mock(HttpServletResponse.class);
    doAnswer(call -> headers.put(call.getArgument(0), call.getArgument(1)))
        .when(response)
        .setHeader(anyString(), any());

    new ResponseHeaders()
        .doFilter(
            mock(HttpServletRequest.class), response, (request, same) -> headers.put("then", "x"));

    assertThat(headers)
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .containsEntry("X-Frame-Options", "DENY")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Referrer-Policy", "no-referrer")
        .doesNotContainKey("Access-Control-Allow-Origin")
        .containsEntry("then", "x");
  }
}
