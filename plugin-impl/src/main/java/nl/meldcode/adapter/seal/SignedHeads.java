package nl.meldcode.adapter.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.function.Function;
import nl.meldcode.application.port.StartRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code plugin/heads.signed}: a line per moment, each a token signed with the plugin's key (ES256)
 * over how far dossiers and access log went, and over the line before it. For one thread.
 */
public final class SignedHeads {
  static final String FILE = "plugin/heads.signed";

  /** The type of the tokens that the signer makes. */
  public static final String TYPE = "meldcode-heads+jwt";

  private static final Logger LOG = LoggerFactory.getLogger(SignedHeads.class);
  private final Path file;
  private final Function<JWTClaimsSet, String> signer;
  private String last;
  private long end;
  private @Nullable Ends signed;

  /** Goes on with the file of a data directory. */
  public SignedHeads(Path dataDir, Function<JWTClaimsSet, String> signer) {
    this.file = dataDir.resolve(FILE);
    this.signer = signer;
    String all = wholeLines(file);
    this.end = all.length();
    this.last =
        all.isEmpty()
            ? ""
            : all.substring(all.lastIndexOf('\n', all.length() - 2) + 1, all.length() - 1);
  }

  /**
   * Signs these, unless they are the ones that were signed last. A failure is logged, and tried
   * again next time: false.
   */
  public boolean sign(Ends ends, Instant now) {
    if (ends.equals(signed)) {
      return true;
    }
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issueTime(Date.from(now))
            .claim("head_bytes", ends.headBytes())
            .claim("head_sha256", ends.headSha256())
            .claim("erased_bytes", ends.erasedBytes())
            .claim("erased_sha256", ends.erasedSha256())
            .claim("log_lines", ends.logLines())
            .claim("log_hash", ends.logHash())
            .claim("previous", sha256(last))
            .build();
    String line = signer.apply(claims);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      add(channel, line);
      last = line;
      signed = ends;
      return true;
    } catch (IOException e) {
      LOG.error("the heads could not be signed", e);
      return false;
    }
  }

  /** Where the last whole line ends; what an earlier attempt left behind it is written over. */
  private void add(FileChannel channel, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(US_ASCII));
    channel.truncate(end);
    channel.position(end);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
    end += bytes.limit();
  }

  static String sha256(String line) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A line that a crash cut off is none. */
  private static String wholeLines(Path file) {
    try {
      String all = Files.exists(file) ? Files.readString(file, US_ASCII) : "";
      return all.substring(0, all.lastIndexOf('\n') + 1);
    } catch (IOException e) {
      throw new StartRefused("plugin/heads.signed cannot be read; restore or remove it", e);
    }
  }
}
