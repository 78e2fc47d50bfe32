package nl.meldcode.conformance;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The documents of an entry, whose bytes somebody signs (Host Connect 6.3). */
final class DocumentRules {
  private static final String PDF = "application/pdf";
  private static final int MOST_TRIED = 64 << 20;

  private DocumentRules() {}

  static List<Rule> all() {
    return List.of(
        rule("DOCUMENT-1", DocumentRules::kept),
        rule("DOCUMENT-2", DocumentRules::wrongDigest),
        rule("DOCUMENT-3", DocumentRules::repeated),
        rule("DOCUMENT-4", DocumentRules::overwritten),
        rule("DOCUMENT-5", DocumentRules::tooLarge),
        rule("DOCUMENT-6", DocumentRules::otherType),
        rule("DOCUMENT-7", DocumentRules::noCondition));
  }

  private static Rule rule(String id, Rule.Check check) {
    return Rule.writing("documents", id, check);
  }

  /** A request to store these bytes in a new place of a new entry. */
  private static Ask put(Host host, byte[] content) throws IOException {
    return host.write("PUT", EntryRules.address(host.entry()) + "/documents/" + UUID.randomUUID())
        .body(PDF, content)
        .with("If-None-Match", "*")
        .with("Content-Digest", Samples.digest(content));
  }

  /** Stores a document and gives where it is. */
  static Answer stored(Host host, byte[] content) throws IOException {
    return host.client().send(put(host, content));
  }

  private static void kept(Host host, Findings found) throws IOException {
    byte[] content = Samples.pdf("kept");
    Answer stored = stored(host, content);
    if (found.status(stored, 201)) {
      String sha = stored.json().path("sha256").asText();
      found.unless(sha.equals(Samples.hex(content)), Wrong.FIELD, stored.ask(), "sha256");
      Answer back = host.get(stored.ask().address());
      if (found.status(back, 200)) {
        found.unless(Arrays.equals(back.body(), content), Wrong.BYTES, back.ask());
        found.unless(back.header("Content-Type").equals(PDF), Wrong.HEADER, back, "Content-Type");
      }
    }
  }

  private static void wrongDigest(Host host, Findings found) throws IOException {
    Ask ask = put(host, Samples.pdf("digest"));
    String other = Samples.digest(Samples.pdf("other"));
    found.status(host.client().send(ask.with("Content-Digest", other)), 400);
    found.status(host.get(ask.address()), 404);
  }

  private static void repeated(Host host, Findings found) throws IOException {
    Answer stored = stored(host, Samples.pdf("repeated"));
    if (found.status(stored, 201)) {
      Ask again = put(host, Samples.pdf("repeated"));
      Ask same = new Ask("PUT", stored.ask().address(), again.headers(), again.body());
      found.status(host.client().send(same), 200, 201, 204);
    }
  }

  /** Bytes that somebody may have signed never change. */
  private static void overwritten(Host host, Findings found) throws IOException {
    byte[] content = Samples.pdf("first");
    Answer stored = stored(host, content);
    if (found.status(stored, 201)) {
      Ask other = put(host, Samples.pdf("second"));
      Ask same = new Ask("PUT", stored.ask().address(), other.headers(), other.body());
      found.status(host.client().send(same), 412);
      byte[] back = host.get(stored.ask().address()).body();
      found.unless(Arrays.equals(back, content), Wrong.BYTES, stored.ask());
    }
  }

  private static void tooLarge(Host host, Findings found) throws IOException {
    int limit = host.capabilities().path("maxDocumentBytes").asInt();
    if (limit <= 0 || limit > MOST_TRIED) {
      found.nothing("no-limit");
      return;
    }
    byte[] content = Arrays.copyOf(Samples.pdf("large"), limit + 1);
    found.status(stored(host, content), 413);
  }

  private static void otherType(Host host, Findings found) throws IOException {
    Ask ask = put(host, Samples.pdf("type")).with("Content-Type", "text/html");
    found.status(host.client().send(ask), 415);
  }

  private static void noCondition(Host host, Findings found) throws IOException {
    Ask ask = put(host, Samples.pdf("condition")).without("If-None-Match");
    found.status(host.client().send(ask), 428);
  }
}
