package nl.meldcode.adapter.host;

import static nl.meldcode.application.port.HostRecord.derived;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.adapter.http.Reply;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.HostRecord;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes on the pupil's record over Host Connect 6.3 and 6.4. Every id is made from the entry's id,
 * so that the same act, repeated after a lost answer, is the same at the host. What is there is
 * read and compared first: not every host knows a key again, or keeps to If-None-Match (Host
 * Connect 5).
 */
public final class HttpHostRecord implements HostRecord {
  private static final Logger LOG = LoggerFactory.getLogger(HttpHostRecord.class);
  private static final String PDF = "application/pdf";
  private static final Set<Integer> GONE = Set.of(404, 410);

  private final HostClient host;

  /** Takes the calls to the host. */
  public HttpHostRecord(HostClient host) {
    this.host = host;
  }

  @Override
  public void storeReport(ReportItem item, byte[] pdf) {
    byte[] digest = sha256(pdf);
    if (!HexFormat.of().formatHex(digest).equals(item.sha256())) {
      throw new HostRefused("damaged");
    }
    Optional<RecordJson.Echo> before = find(item.pupil(), item.entry());
    RecordJson.Echo echo = before.orElseGet(() -> post(item));
    if (!echo.isAbout(item)) {
      LOG.error("The host answered about something else than entry {}", item.entry());
      throw new HostRefused("mismatch");
    }
    refuseWider(echo, item.released(), item.author(), item.entry());
    String document = "/record-entries/" + echo.id() + "/documents/" + documentOf(item.entry());
    if (before.isEmpty() || !isStored(document, digest)) {
      put(document, item, pdf, digest);
    }
  }

  private void refuseWider(RecordJson.Echo echo, boolean parents, StaffId author, EntryId report) {
    if (echo.isWiderThan(parents)) {
      delete(echo.id(), author);
      LOG.error("The host stored entry {} wider than asked; it was deleted there", report);
      throw new HostRefused("wider");
    }
  }

  private RecordJson.Echo post(ReportItem item) {
    HttpRequest.Builder request =
        json(host.request("/pupils/" + item.pupil() + "/record-entries"), item.author())
            .header("Idempotency-Key", derived(item.entry(), "idempotency-key").toString())
            .POST(body(RecordJson.Request.of(item)));
    return host.send(Group.RECORD, request).orRefused().as(RecordJson.Echo.class);
  }

  /** Gone is as good as deleted. */
  private void delete(UUID id, StaffId author) {
    HttpRequest.Builder request =
        host.request("/record-entries/" + id).header("On-Behalf-Of", author.toString()).DELETE();
    Reply reply = host.send(Group.RECORD, request);
    if (!GONE.contains(reply.status())) {
      reply.orRefused().orNoPage();
    }
  }

  private void put(String document, ReportItem item, byte[] pdf, byte[] digest) {
    String supersedes =
        item.supersedes() == null ? "" : "?supersedes=" + documentOf(item.supersedes());
    HttpRequest.Builder request =
        host.request(document + supersedes)
            .header("On-Behalf-Of", item.author().toString())
            .header("Content-Type", PDF)
            .header(
                "Content-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":")
            .header("If-None-Match", "*")
            .PUT(BodyPublishers.ofByteArray(pdf));
    Reply reply = host.send(Group.RECORD, request);
    String id = documentOf(item.entry()).toString();
    if (!reply.isConflict() && id.equals(reply.orRefused().said("id"))) {
      return;
    }
    confirm(reply, isStored(document, digest));
  }

  /**
   * An answer that does not say what was done, such as a page to log in on, is not taken for it.
   */
  private static void confirm(Reply reply, boolean stored) {
    if (!stored) {
      reply.orRefused();
      throw new HostUnavailable("RECORD: not stored after all");
    }
  }

  /** Whether the document is there already, whose answer was lost. Throws when it is another. */
  private boolean isStored(String document, byte[] digest) {
    Reply reply = host.send(Group.RECORD, host.request(document).setHeader("Accept", PDF).GET());
    if (GONE.contains(reply.status())) {
      return false;
    }
    if (MessageDigest.isEqual(digest, sha256(reply.orRefused().body()))) {
      return true;
    }
    if (!reply.headers().firstValue("Content-Type").orElse("").startsWith(PDF)) {
      throw new HostUnavailable("RECORD: no document");
    }
    throw new HostRefused("mismatch");
  }

  @Override
  public void release(ReleaseItem item) {
    Optional<RecordJson.Echo> found = find(item.pupil(), item.report());
    if (found.isEmpty() && !item.shown()) {
      return; // gone is hidden
    }
    RecordJson.Echo held = found.orElseThrow(() -> new HostRefused("entry-missing"));
    if (held.isFor(item.shown())) {
      return;
    }
    String path = "/record-entries/" + held.id();
    String version =
        host.send(Group.RECORD, host.request(path).GET())
            .orRefused()
            .headers()
            .firstValue("ETag")
            .orElse("*");
    HttpRequest.Builder change =
        json(host.request(path), item.author())
            .header("If-Match", version)
            .method("PATCH", body(new RecordJson.Change(RecordJson.visibility(item.shown()))));
    Reply reply = host.send(Group.RECORD, change);
    if (reply.isConflict()) {
      throw new HostUnavailable("RECORD: changed meanwhile");
    }
    RecordJson.Echo now = reply.orRefused().as(RecordJson.Echo.class);
    refuseWider(now, item.shown(), item.author(), item.report());
    if (!now.isFor(item.shown())) {
      throw new HostRefused("refused");
    }
  }

  @Override
  public void storeAcknowledgement(AcknowledgementItem item) {
    UUID report =
        find(item.pupil(), item.report()).orElseThrow(() -> new HostRefused("entry-missing")).id();
    String path =
        "/record-entries/" + report + "/acknowledgements/" + derived(item.entry(), "answer");
    RecordJson.Answer answer = RecordJson.Answer.of(item);
    if (isStored(path, answer)) {
      return;
    }
    Reply reply =
        host.send(Group.RECORD, json(host.request(path), item.author()).PUT(body(answer)));
    if (reply.isConflict() || !answer.kind().equals(reply.orRefused().said("kind"))) {
      confirm(reply, isStored(path, answer));
    }
  }

  /** Whether the answer is there already. Throws when it is another. */
  private boolean isStored(String path, RecordJson.Answer answer) {
    Reply reply = host.send(Group.RECORD, host.request(path).GET());
    if (GONE.contains(reply.status())) {
      return false;
    }
    if (!reply.orRefused().as(RecordJson.Held.class).is(answer)) {
      throw new HostRefused("concurrent-change");
    }
    return true;
  }

  /** What the host has of the report, by the reference that the plugin gave it. */
  private Optional<RecordJson.Echo> find(PupilId pupil, EntryId report) {
    UUID reference = referenceOf(report);
    String path = "/pupils/" + pupil + "/record-entries?externalReference=" + reference;
    Optional<RecordJson.Echo> found =
        host.all(Group.RECORD, path, RecordJson.Echo.class).stream()
            .filter(one -> reference.equals(one.externalReference()) && !one.isDeleted())
            .min(Comparator.comparing(RecordJson.Echo::id));
    if (found.isPresent() && !found.get().isOn(pupil)) {
      LOG.error("The host has the report {} on the record of another pupil", report);
      throw new HostRefused("mismatch");
    }
    return found;
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request, StaffId author) {
    return request
        .header("Content-Type", "application/json")
        .header("On-Behalf-Of", author.toString());
  }

  private static HttpRequest.BodyPublisher body(Object content) {
    return BodyPublishers.ofString(
        Reply.JSON.valueToTree(content).toString(), StandardCharsets.UTF_8);
  }

  static UUID referenceOf(EntryId report) {
    return derived(report, "external-reference");
  }

  static UUID documentOf(EntryId report) {
    return derived(report, "document");
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
