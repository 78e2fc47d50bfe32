package nl.meldcode.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.adapter.host.PluginKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is changed behind the plugin's back is told, with a place and without content. */
@Covers({"A01", "A03", "C.7"})
class VerificationTest {
  private static final String SHA256_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @TempDir private Path dir;
  private KeptData data;
  private Path keys;

  @BeforeEach
  void threeEntriesAndTwoSignatures() {
    data = new KeptData(dir).goOn().goOn().goOnUnsigned();
    keys = data.keys();
  }

  @Test
  void whatNobodyTouchedIsGood() {
    assertThat(told()).startsWith("0");
    assertThat(told())
        .contains("2 keer getekend, het laatst op 2026-03-02T08:30:00Z")
        .contains("3 vastleggingen in 1 dossiers sluiten aan en reiken tot hun kop")
        .contains("3 regels sluiten op elkaar aan")
        .contains("niet bekeken")
        .doesNotContain("FOUT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE entry SET at = at + 1 WHERE seq = 2",
        "UPDATE entry SET sealed = randomblob(length(sealed)) WHERE seq = 2",
        "UPDATE entry SET (sealed, digest) = (SELECT e.sealed, e.digest FROM entry e WHERE e.seq = 1)"
            + " WHERE seq = 2",
        "UPDATE entry SET sealed = NULL WHERE seq = 2",
        "UPDATE entry SET previous = randomblob(32) WHERE seq = 3",
        "UPDATE entry SET subject = randomblob(32) WHERE seq = 1",
        "UPDATE entry SET school = '99BB' WHERE seq = 3",
        "DELETE FROM entry WHERE seq = 2",
        "DELETE FROM entry WHERE seq = 3",
        "DELETE FROM entry",
      })
  void anEditOfTheDatabaseIsFound(String edit) throws SQLException {
    data.edit(edit);

    assertThat(told()).startsWith("1").contains("FOUT").contains("Dossiers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE attachment SET sealed = randomblob(length(sealed))",
        "UPDATE attachment SET id = randomblob(16)",
        "DELETE FROM attachment",
        "UPDATE entry SET files = NULL WHERE seq = 4",
        "UPDATE entry SET files = CAST(files || x'00' AS BLOB) WHERE seq = 4",
      })
  void aFileThatIsAlteredOrTakenOutIsFound(String edit) throws SQLException {
    data.attach();
    assertThat(told()).startsWith("0").contains("reiken tot hun kop, met 1 bestanden");

    data.edit(edit);

    assertThat(told()).startsWith("1").contains("FOUT           Dossiers");
  }

  @Test
  @Covers("P6")
  void aRegistrationThatWasTakenOutIsFound() throws SQLException {
    data.join();
    assertThat(told()).startsWith("0");
    data.edit("DELETE FROM registration");

    assertThat(told()).startsWith("1").contains("lacks one of its registrations");
  }

  /** As after a power cut, or as somebody would do it who can make hashes anew. */
  @Test
  void whatStandsBehindTheLastHeadIsTold() throws IOException {
    Path heads = dir.resolve("plugin/heads.log");
    List<String> lines = Files.readAllLines(heads);
    Files.writeString(heads, lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(2).substring(5));

    assertThat(told()).startsWith("0").contains("1 vastleggingen staan achter de laatste kop");
  }

  @Test
  void whatCannotBeReadIsAFaultToo() throws IOException {
    Path heads = dir.resolve("plugin/heads.log");
    String whole = Files.readString(heads);
    Files.writeString(heads, "no head\n" + whole);
    assertThat(told()).startsWith("1").contains("FOUT           Dossiers");
    Files.delete(heads);
    assertThat(told()).startsWith("1").contains("FOUT           Dossiers");
    Files.writeString(heads, whole);
    try (Stream<Path> files = Files.list(dir.resolve("plugin/access"))) {
      Files.write(files.findFirst().orElseThrow(), new byte[] {(byte) 0xff, '\n'});
    }
    assertThat(told()).startsWith("1").contains("FOUT           Logboek");
  }

  /** Database and file of heads rolled back together agree with each other. */
  @Test
  void whoRollsBackBothIsFoundByWhatWasSigned(@TempDir Path before) throws IOException {
    copy(dir.resolve("plugin"), before.resolve("plugin"));
    data.goOn();
    Files.copy(dir.resolve("plugin/heads.signed"), before.resolve("kept"));
    replace(before);

    assertThat(told(null)).as("they agree with each other").startsWith("0");
    Files.delete(dir.resolve("plugin/heads.signed"));
    Files.copy(before.resolve("kept"), dir.resolve("plugin/heads.signed"));
    assertThat(told()).startsWith("1").contains("heads.log is niet wat op").contains("Logboek");
  }

  @Test
  void whoMakesTheLastEntryAnewIsFoundByWhatWasSigned() throws IOException, SQLException {
    data.goOn();
    data.edit("DELETE FROM entry WHERE seq = 4");
    Path heads = dir.resolve("plugin/heads.log");
    List<String> lines = Files.readAllLines(heads);
    Files.write(heads, lines.subList(0, 3));

    assertThat(told(null)).startsWith("0");
    assertThat(told()).startsWith("1").contains("heads.log is niet wat op");
  }

  @Test
  void aLineOfTheLogThatIsAlteredTakenOutOrMovedIsFound() throws IOException {
    Path log;
    try (Stream<Path> files = Files.list(dir.resolve("plugin/access"))) {
      log = files.findFirst().orElseThrow();
    }
    String whole = Files.readString(log);
    List<String> lines = whole.lines().toList();
    List<String> moved = new ArrayList<>(lines);
    Collections.swap(moved, 0, 1);
    List<String> altered = new ArrayList<>(lines);
    altered.set(1, altered.get(1).replaceFirst(".$", "A").replaceFirst("99AA", "99AB"));

    for (List<String> bad : List.of(moved, altered, lines.subList(1, 3), lines.subList(0, 1))) {
      Files.write(log, bad);
      assertThat(told()).startsWith("1").contains("FOUT           Logboek");
    }
    Files.writeString(log, whole);
    assertThat(told()).startsWith("0");
  }

  @Test
  void aSignatureOfAnotherOneTakenOutOrAlteredIsFound(@TempDir Path other) throws IOException {
    Path signed = dir.resolve("plugin/heads.signed");
    List<String> lines = Files.readAllLines(signed);
    String forged = new KeptData(other).goOn().keys().toString();

    assertThat(told(Path.of(forged))).startsWith("1").contains("heads.signed line 1");
    Files.write(signed, lines.subList(1, 2));
    assertThat(told()).startsWith("1").contains("heads.signed line 1");
    Files.write(signed, List.of(lines.get(0), lines.get(0)));
    assertThat(told()).startsWith("1").contains("heads.signed line 2");
    Files.write(signed, List.of(lines.get(0), lines.get(1).replaceFirst("\\..", ".a")));
    assertThat(told()).startsWith("1").contains("heads.signed line 2");
    Files.delete(signed);
    assertThat(told()).startsWith("1").contains("er is nog nooit getekend");
  }

  /** A launch key signs other tokens too: only what says that it is about heads counts. */
  @Test
  void anotherTokenOfThePluginIsNoSignature() throws IOException {
    PluginKeys own = PluginKeys.in(dir.resolve("keys"));
    Path signed = dir.resolve("plugin/heads.signed");
    JWTClaimsSet nothingYet =
        new JWTClaimsSet.Builder()
            .issueTime(Date.from(Instant.EPOCH))
            .claim("head_bytes", 0)
            .claim("head_sha256", SHA256_OF_NOTHING)
            .claim("log_lines", 0)
            .claim("log_hash", "0".repeat(64))
            .claim("previous", SHA256_OF_NOTHING)
            .build();
    Files.write(signed, List.of(own.sign("meldcode-heads+jwt", nothingYet)));
    assertThat(told()).as("with the right type").startsWith("0");
    String token = own.sign("at+jwt", nothingYet);
    Files.write(signed, List.of(token));

    assertThat(told()).startsWith("1").contains("heads.signed line 1");
  }

  @Test
  void aCutOffLineIsPassedOverAndTheNextOneFollowsTheLastWhole() throws IOException {
    Path signed = dir.resolve("plugin/heads.signed");
    Files.writeString(signed, Files.readString(signed) + "eyJ");
    data.goOn();

    assertThat(told()).startsWith("0").contains("3 keer getekend");
  }

  @Test
  void whoAsksItWrongIsToldHow(@TempDir Path empty) {
    assertThat(run(List.of())).isEqualTo("2");
    assertThat(run(List.of(empty.toString()))).isEqualTo("2");
    assertThat(run(List.of(dir.toString(), dir.resolve("plugin/heads.log").toString())))
        .isEqualTo("2");
  }

  private String told() {
    return told(keys);
  }

  private String told(@Nullable Path with) {
    return run(with == null ? List.of(dir.toString()) : List.of(dir.toString(), with.toString()));
  }

  private static String run(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        Verify.run(
            arguments,
            new PrintStream(out, true, UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    String text = out.toString(UTF_8);
    return text.isEmpty() ? String.valueOf(code) : code + "\n" + text;
  }

  private void replace(Path by) throws IOException {
    try (Stream<Path> old = Files.walk(dir.resolve("plugin"))) {
      for (Path one : old.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
    copy(by.resolve("plugin"), dir.resolve("plugin"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Files.copy(one, to.resolve(from.relativize(one).toString()));
      }
    }
  }
}
