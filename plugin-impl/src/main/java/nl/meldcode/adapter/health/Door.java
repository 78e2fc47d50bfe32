package nl.meldcode.adapter.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import nl.meldcode.files.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask. What a proxy on this machine passes on comes from elsewhere, although its connection
 * does not.
 */
final class Door {
  private static final List<String> PASSED_ON =
      List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");
  private static final String BEARER = "Bearer ";

  private Door() {}

  /** Whether that was asked on this machine. */
  static boolean isLocal(HttpServletRequest request) {
    try {
      // An address is not looked up: it is one already.
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
          && PASSED_ON.stream().allMatch(header -> request.getHeader(header) == null);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Whether the request names the token of that file, which is read each time. */
  static boolean knows(HttpServletRequest request, @Nullable Path tokenFile) {
    String given = request.getHeader("Authorization");
    if (tokenFile == null || given == null || !given.startsWith(BEARER)) {
      return false;
    }
    try {
      byte[] token = Files.readString(tokenFile, UTF_8).strip().getBytes(UTF_8);
      byte[] named = given.substring(BEARER.length()).strip().getBytes(UTF_8);
      return token.length > 0
          && PrivateFiles.isPrivate(tokenFile)
          && MessageDigest.isEqual(token, named);
    } catch (IOException e) {
      return false;
    }
  }
}
