package nl.meldcode.adapter.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import nl.meldcode.adapter.http.Gzip;
import org.jspecify.annotations.Nullable;

/**
 * Scripts and styles, joined and, where the browser takes that, compressed. A browser asks each
 * time whether its copy is still the one, so that no page runs with scripts of another version.
 */
final class WebFiles extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** No dots but the last, so that no path leads elsewhere. */
  private static final Pattern ADDRESS =
      Pattern.compile("/((?:[A-Za-z0-9_-]+/)*+[A-Za-z0-9_-]+\\.([a-z0-9]{2,5}))");

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  /** Where the WebJar of lit-html keeps its files; the version is that of the parent POM. */
  private static final String LIT = "/META-INF/resources/webjars/lit-html/3.3.1/";

  private final transient Map<String, File> known = new ConcurrentHashMap<>();

  private static final class File {
    private final byte[] bytes;
    private final byte[] compressed;

    /** Weak: it is the same for both forms. */
    private final String etag;

    File(byte[] bytes) throws IOException {
      this.bytes = bytes;
      compressed = gzip(bytes);
      etag = "W/\"" + digest(bytes) + '"';
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    Matcher address = ADDRESS.matcher(path == null ? "" : path);
    String mediaType = address.matches() ? MEDIA_TYPES.get(address.group(2)) : null;
    File file = mediaType == null ? null : file(address.group(1));
    if (file == null) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("ETag", file.etag);
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (file.etag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(mediaType);
    byte[] bytes = file.bytes;
    if (Gzip.isTaken(request.getHeader("Accept-Encoding"))) {
      response.setHeader("Content-Encoding", "gzip");
      bytes = file.compressed;
    }
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private @Nullable File file(String path) throws IOException {
    File file = known.get(path);
    if (file != null) {
      return file;
    }
    byte @Nullable [] bytes =
        switch (path) {
          case "app.js" -> JoinedFiles.script(path, WebFiles::text).getBytes(UTF_8);
          case "ui.css" -> JoinedFiles.style(path, WebFiles::text).getBytes(UTF_8);
          default -> read(path);
        };
    if (bytes == null) {
      return null;
    }
    File made = new File(bytes);
    known.put(path, made);
    return made;
  }

  private static String text(String path) {
    try {
      byte[] bytes = read(path);
      if (bytes == null) {
        throw new IllegalStateException("no file " + path);
      }
      return new String(bytes, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte @Nullable [] read(String path) throws IOException {
    String resource = path.startsWith("lit-html/") ? LIT + path.substring(9) : "/web/" + path;
    try (InputStream in = WebFiles.class.getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(all)) {
      out.write(bytes);
    }
    return all.toByteArray();
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
