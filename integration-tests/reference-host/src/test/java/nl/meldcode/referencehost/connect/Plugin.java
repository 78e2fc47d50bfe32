package nl.meldcode.referencehost.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import nl.meldcode.referencehost.Exchange;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.Settings;
import nl.meldcode.referencehost.TestClock;
import nl.meldcode.referencehost.TestSettings;
import nl.meldcode.referencehost.launch.HostKeys;
import nl.meldcode.referencehost.seed.DemoSchool;
import nl.meldcode.referencehost.store.Database;
import nl.meldcode.referencehost.store.Events;
import nl.meldcode.referencehost.store.Records;
import nl.meldcode.referencehost.store.Roster;
import nl.meldcode.referencehost.store.RosterStore;

/** A plugin that talks to Host Connect, with the host it talks to. */
public final class Plugin implements AutoCloseable {
  static final String ENTRIES = "/v1/pupils/" + Ids.of("pupil", "lotte") + "/record-entries";
  static final String REPORT =
      """
      {"kind": "meetingReport", "externalReference": "8a3d2a52-44a1-4b6c-9a05-5a1f1c1a7a01",
       "title": "Gespreksverslag 16-02-2026", "occurredAt": "2026-02-16T14:30:00Z", "novelty": 1}""";

  public final TestClock clock = new TestClock("2026-02-16T15:00:00Z");
  public final Settings settings;
  final Records records;
  public final Roster roster;
  public final ECKey key = newKey();
  private final Database database;
  private final ConnectServlet servlet;

  public Plugin(Path folder) {
    this(folder, TestSettings.in(folder));
  }

  Plugin(Path folder, Settings settings) {
    this.settings = settings;
    database = Database.open(folder);
    records = new Records(database);
    RosterStore rosterStore = new RosterStore(database);
    roster = rosterStore.loadOr(DemoSchool::create);
    ConnectServlet.Stores stores =
        new ConnectServlet.Stores(roster, rosterStore, records, new Events(database, clock));
    ClientAssertions assertions =
        new ClientAssertions(settings, new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())), clock);
    servlet = ConnectServlet.create(settings, HostKeys.in(folder), stores, clock, assertions);
  }

  @Override
  public void close() {
    database.close();
  }

  static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** An assertion of this client to this audience that is good for so many seconds. */
  String assertion(ECKey signer, String client, String audience, long seconds) {
    Instant at = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(client)
            .subject(client)
            .audience(audience)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(at))
            .expirationTime(Date.from(at.plusSeconds(seconds)))
            .build();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(signer.getKeyID()).build(), claims);
    try {
      token.sign(new ECDSASigner(signer));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return token.serialize();
  }

  String assertion() {
    return assertion(key, "meldcode", settings.tokenUri().toString(), 60);
  }

  Exchange tokenRequest(String assertion) {
    return Exchange.of("POST", "/oauth/token")
        .parameter("grant_type", "client_credentials")
        .parameter(
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        .parameter("client_assertion", assertion);
  }

  String token() {
    return send(tokenRequest(assertion())).json().path("access_token").asText();
  }

  /** The answer, which is as the contract says. */
  public Exchange send(Exchange request) {
    Exchange answered = request.send(servlet);
    Contract.check(answered);
    return answered;
  }

  /** A call with a fresh token. */
  Exchange call(String method, String path) {
    return Exchange.of(method, path).header("Authorization", "Bearer " + token());
  }

  /** A call on behalf of Anja, who teaches Lotte. */
  Exchange write(String method, String path) {
    return call(method, path).header("On-Behalf-Of", Ids.of("staff", "anja").toString());
  }

  Exchange create(String idempotencyKey, String json) {
    return send(write("POST", ENTRIES).header("Idempotency-Key", idempotencyKey).json(json));
  }

  /** Makes an entry and gives its address. */
  String entry() {
    Exchange created = create(UUID.randomUUID().toString(), REPORT);
    return "/v1/record-entries/" + created.json().path("id").asText();
  }

  static byte[] pdf(String text) {
    return ("%PDF-1.7\n" + text).getBytes(UTF_8);
  }

  /** Stores a document under this entry. */
  Exchange put(String entry, UUID id, byte[] content) {
    return send(
        write("PUT", entry + "/documents/" + id)
            .header("If-None-Match", "*")
            .header("Content-Digest", DocumentResources.digest(content))
            .body("application/pdf", content));
  }
}
