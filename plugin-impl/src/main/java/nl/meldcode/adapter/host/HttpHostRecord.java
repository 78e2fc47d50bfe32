package nl.meldcode.adapter.host;

import static nl.meldcode.application.port.HostRecord.derived;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.adapter.http.Reply;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.HostRecord;
import nl.meldcode.application.port.HostRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes on the pupil's record over Host Connect 6.3 and 6.4. Every id is made from the entry's id,
 * so that the same act, repeated after a lost answer, is the same at the host.
 */
public final class HttpHostRecord implements HostRecord {
  private static final Logger LOG = LoggerFactory.getLogger(HttpHostRecord.class);

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
    RecordJson.Echo echo = post(item);
    if (!echo.isAbout(item)) {
      throw new HostRefused("mismatch");
    }
    if (echo.isWiderThanAsked()) {
      delete(echo.id(), item.author());
      LOG.error("The host stored entry {} wider than asked; it was deleted there", item.entry());
      throw new HostRefused("wider");
    }
    put(echo.id(), item, pdf, digest);
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
    if (reply.status() != 404 && reply.status() != 410) {
      reply.orRefused();
    }
  }

  private void put(UUID id, ReportItem item, byte[] pdf, byte[] digest) {
    String document = "/record-entries/" + id + "/documents/" + documentOf(item.entry());
    String supersedes =
        item.supersedes() == null ? "" : "?supersedes=" + documentOf(item.supersedes());
    HttpRequest.Builder request =
        host.request(document + supersedes)
            .header("On-Behalf-Of", item.author().toString())
            .header("Content-Type", "application/pdf")
            .header(
                "Content-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":")
            .header("If-None-Match", "*")
            .PUT(BodyPublishers.ofByteArray(pdf));
    Reply reply = host.send(Group.RECORD, request);
    if (reply.status() == 412) {
      confirm(document, digest);
      return;
    }
    reply.orRefused();
  }

  /** The document was there before: fine when it is this one, whose answer was lost. */
  private void confirm(String document, byte[] digest) {
    HttpRequest.Builder request =
        host.request(document).setHeader("Accept", "application/pdf").GET();
    byte[] stored = host.send(Group.RECORD, request).orRefused().body();
    if (!MessageDigest.isEqual(digest, sha256(stored))) {
      throw new HostRefused("mismatch");
    }
  }

  @Override
  public void storeAcknowledgement(AcknowledgementItem item) {
    String path =
        "/record-entries/" + find(item) + "/acknowledgements/" + derived(item.entry(), "answer");
    HttpRequest.Builder request =
        json(host.request(path), item.author()).PUT(body(RecordJson.Answer.of(item)));
    host.send(Group.RECORD, request).orRefused();
  }

  /** The host's own id of the report, by the reference that the plugin gave it. */
  private UUID find(AcknowledgementItem item) {
    UUID reference = referenceOf(item.report());
    String path = "/pupils/" + item.pupil() + "/record-entries?externalReference=" + reference;
    List<RecordJson.Echo> found =
        host.all(Group.RECORD, path, RecordJson.Echo.class).stream()
            .filter(one -> reference.equals(one.externalReference()))
            .toList();
    if (found.isEmpty()) {
      throw new HostRefused("entry-missing");
    }
    return found.get(0).id();
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
