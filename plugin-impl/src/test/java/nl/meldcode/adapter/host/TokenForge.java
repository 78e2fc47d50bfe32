package nl.meldcode.adapter.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.LaunchTokens.Reason;

/** Makes genuine launch tokens, and every way to forge one that the threat model names. */
final class TokenForge {
  static final long SEED = Long.getLong("seed", 20261112L);
  static final String TOKEN_ID = "Zm9yZ2VkLW9yLW5vdC1mb3JnZWQ";
  static final StaffId STAFF = StaffId.of("11111111-1111-4111-8111-111111111111");
  static final PupilId PUPIL = PupilId.of("22222222-2222-4222-8222-222222222222");
  static final SchoolId SCHOOL = new SchoolId("33333333-3333-4333-8333-333333333333");

  private final HostStub host;
  private final HostStub evil;
  private final Instant now;

  TokenForge(HostStub host, HostStub evil, Instant now) {
    this.host = host;
    this.evil = evil;
    this.now = now;
  }

  /** Claims with one thing wrong, and what for they must be refused. */
  record Broken(Map<String, Object> claims, Reason reason) {}

  Map<String, Object> claims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", host.settings().issuer());
    claims.put("aud", host.settings().launchUri().toString());
    claims.put("sub", STAFF.toString());
    claims.put("jti", TOKEN_ID);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.getEpochSecond() + 60);
    claims.put("auth_time", now.getEpochSecond() - 600);
    claims.put("tenant", HostStub.TENANT);
    claims.put("deployment", HostStub.DEPLOYMENT);
    claims.put("school", SCHOOL.value());
    claims.put("pupil", PUPIL.toString());
    claims.put("tab", "overview");
    claims.put("roles", List.of("head"));
    claims.put("locale", "nl");
    claims.put("dest", "iframe");
    return claims;
  }

  private Map<String, Object> header() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "ES256");
    header.put("typ", "launch+jwt");
    header.put("kid", host.key.getKeyID());
    return header;
  }

  String genuine() {
    return signed(claims());
  }

  String signed(Map<String, Object> claims) {
    return signed(JSONObjectUtils.toJSONString(header()), JSONObjectUtils.toJSONString(claims));
  }

  /** Any claims as a token of any type. */
  String signed(String type, Map<String, Object> claims) {
    Map<String, Object> header = header();
    header.put("typ", type);
    return signed(JSONObjectUtils.toJSONString(header), JSONObjectUtils.toJSONString(claims));
  }

  /** The genuine claims, signed by another key under its own id. */
  String signedBy(ECKey key) {
    Map<String, Object> header = header();
    header.put("kid", key.getKeyID());
    return signed(
        key, JSONObjectUtils.toJSONString(header), JSONObjectUtils.toJSONString(claims()));
  }

  private String signed(String header, String claims) {
    return signed(host.key, header, claims);
  }

  private static String signed(ECKey key, String header, String claims) {
    String input = Base64URL.encode(header) + "." + Base64URL.encode(claims);
    return input + "." + signature(key, "SHA256withECDSA", 64, input);
  }

  private static Base64URL signature(ECKey key, String algorithm, int size, String input) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key.toECPrivateKey());
      signature.update(input.getBytes(UTF_8));
      return Base64URL.encode(ECDSA.transcodeSignatureToConcat(signature.sign(), size));
    } catch (GeneralSecurityException | JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** At least 400 tokens, by how they were forged. */
  Map<String, String> forged() throws GeneralSecurityException, JOSEException {
    Map<String, String> all = new LinkedHashMap<>();
    brokenClaims().forEach((how, broken) -> all.put("claims: " + how, signed(broken.claims())));
    headers(all);
    algorithms(all);
    signatures(all);
    doubled(all);
    damaged(all);
    return all;
  }

  /** One claim wrong each. */
  Map<String, Broken> brokenClaims() {
    Map<String, Broken> all = new LinkedHashMap<>();
    String launch = host.settings().launchUri().toString();
    for (Object issuer : List.of("", "https://evil.example", evil.settings().issuer(), 7)) {
      wrong(all, "iss", issuer, Reason.ISSUER);
    }
    for (Object audience :
        List.of(
            "",
            launch + "/",
            launch + "?a",
            launch.toUpperCase(Locale.ROOT),
            List.of(),
            List.of(launch, "x"),
            Map.of("0", launch),
            "https://evil.example/launch",
            0)) {
      wrong(all, "aud", audience, Reason.AUDIENCE);
    }
    times(all);
    activations(all);
    ids(all);
    missing(all);
    return all;
  }

  private void times(Map<String, Broken> all) {
    long second = now.getEpochSecond();
    for (Object end : List.of(second - 1, second, second + 61, second + 3600, "x", "" + second)) {
      wrong(all, "exp", end, Reason.TIME);
    }
    for (Object end : List.of(Long.MAX_VALUE, -1, 1.5, second + 59.5, List.of(second + 60))) {
      wrong(all, "exp", end, Reason.TIME);
    }
    for (Object begin : List.of(second - 1, second + 31, second + 3600, "now", Long.MIN_VALUE)) {
      wrong(all, "iat", begin, Reason.TIME);
    }
    for (Object begin : List.of(second + 31, second + 3600, "later", Map.of())) {
      wrong(all, "nbf", begin, Reason.TIME);
    }
  }

  private void activations(Map<String, Broken> all) {
    for (String name : List.of("tenant", "deployment")) {
      for (Object value : List.of("", HostStub.TENANT + "0", "null", 1, List.of(HostStub.TENANT))) {
        wrong(all, name, value, Reason.ACTIVATION);
      }
    }
    for (Object tab : List.of("", "OVERVIEW", "overview ", "admin", "../overview", 3)) {
      wrong(all, "tab", tab, Reason.TAB);
    }
  }

  private void ids(Map<String, Broken> all) {
    for (String name : List.of("sub", "pupil")) {
      for (Object id :
          List.of(
              "",
              "1-1-1-1-1",
              "22222222222242228222222222222222",
              "' OR 1=1 --",
              5,
              PUPIL + " ",
              "{" + PUPIL + "}",
              "urn:uuid:" + PUPIL)) {
        wrong(all, name, id, Reason.CLAIMS);
      }
    }
    for (Object id : List.of("", "short", "a".repeat(21), "a".repeat(129), "a\nb".repeat(9), 12)) {
      wrong(all, "jti", id, Reason.CLAIMS);
    }
    wrong(all, "school", " ", Reason.CLAIMS);
    wrong(all, "school", 12, Reason.CLAIMS);
    wrong(all, "auth_time", now.getEpochSecond() + 31, Reason.CLAIMS);
    wrong(all, "auth_time", "yesterday", Reason.CLAIMS);
    wrong(all, "tab", "work-list", Reason.CLAIMS);
  }

  private void missing(Map<String, Broken> all) {
    Map<String, Reason> required = new LinkedHashMap<>();
    required.put("iss", Reason.ISSUER);
    required.put("aud", Reason.AUDIENCE);
    required.put("exp", Reason.TIME);
    required.put("iat", Reason.TIME);
    required.put("tenant", Reason.ACTIVATION);
    required.put("deployment", Reason.ACTIVATION);
    required.put("tab", Reason.TAB);
    List.of("sub", "jti", "school", "pupil").forEach(name -> required.put(name, Reason.CLAIMS));
    required.forEach(
        (name, reason) -> {
          Map<String, Object> claims = claims();
          claims.remove(name);
          all.put("without " + name, new Broken(claims, reason));
        });
  }

  private void wrong(Map<String, Broken> all, String name, Object value, Reason reason) {
    Map<String, Object> claims = claims();
    claims.put(name, value);
    all.put(name + " = " + value, new Broken(claims, reason));
  }

  /**
   * Headers that name a key, a type, a demand of their own; signed by the host or by the forger.
   */
  private void headers(Map<String, String> all) throws JOSEException {
    ECKey own = new ECKeyGenerator(Curve.P_256).keyID(host.key.getKeyID()).generate();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("jku", evil.base() + "/jwks");
    members.put("x5u", evil.base() + "/cert");
    members.put("jwk", own.toPublicJWK().toJSONObject());
    members.put("x5c", List.of("AAAA"));
    members.put("crit", List.of("exp"));
    members.put("b64", false);
    members.put("zip", "DEF");
    members.put("enc", "A128GCM");
    members.forEach(
        (name, value) -> {
          Map<String, Object> header = header();
          header.put(name, value);
          String json = JSONObjectUtils.toJSONString(header);
          String claims = JSONObjectUtils.toJSONString(claims());
          all.put("header " + name, signed(json, claims));
          all.put("header " + name + ", own key", signed(own, json, claims));
        });
    for (String type : List.of("", "JWT", "at+jwt", "application/launch+jwt", "launch", "null")) {
      all.put("typ " + type, signed(with("typ", type), JSONObjectUtils.toJSONString(claims())));
    }
    for (Object kid : List.of("", " ", "host-2", "../host-1", 1, List.of("host-1"))) {
      all.put("kid " + kid, signed(with("kid", kid), JSONObjectUtils.toJSONString(claims())));
    }
    for (String name : List.of("alg", "typ", "kid")) {
      Map<String, Object> header = header();
      header.remove(name);
      all.put(
          "header without " + name,
          signed(JSONObjectUtils.toJSONString(header), JSONObjectUtils.toJSONString(claims())));
    }
  }

  private String with(String name, Object value) {
    Map<String, Object> header = header();
    header.put(name, value);
    return JSONObjectUtils.toJSONString(header);
  }

  /** No signature, a keyed hash with the public key, other curves. */
  private void algorithms(Map<String, String> all) throws GeneralSecurityException, JOSEException {
    String claims = Base64URL.encode(JSONObjectUtils.toJSONString(claims())).toString();
    for (String none : List.of("none", "None", "NONE", "", "nOnE")) {
      String input = Base64URL.encode(with("alg", none)) + "." + claims;
      all.put("alg '" + none + "'", input + ".");
      all.put("alg '" + none + "' with signature", input + "." + genuine().split("\\.", -1)[2]);
    }
    List<byte[]> secrets =
        List.of(
            host.key.toPublicJWK().toJSONString().getBytes(UTF_8),
            host.key.toECPublicKey().getEncoded(),
            host.key.getX().decode());
    for (int i = 0; i < secrets.size(); i++) {
      for (String size : List.of("256", "384", "512")) {
        String input = Base64URL.encode(with("alg", "HS" + size)) + "." + claims;
        Mac mac = Mac.getInstance("HmacSHA" + size);
        mac.init(new SecretKeySpec(secrets.get(i), "HMAC"));
        all.put(
            "HS" + size + " " + i,
            input + "." + Base64URL.encode(mac.doFinal(input.getBytes(UTF_8))));
      }
    }
    for (String alg : List.of("ES384", "ES512", "ES256K", "RS256", "PS256", "EdDSA", "es256")) {
      String input = Base64URL.encode(with("alg", alg)) + "." + claims;
      all.put(
          alg + " by the host", input + "." + signature(host.key, "SHA256withECDSA", 64, input));
    }
    otherCurve(all, Curve.P_384, "ES384", "SHA384withECDSA", 96);
    otherCurve(all, Curve.P_521, "ES512", "SHA512withECDSA", 132);
  }

  private void otherCurve(
      Map<String, String> all, Curve curve, String alg, String algorithm, int size)
      throws JOSEException {
    ECKey key = new ECKeyGenerator(curve).keyID(host.key.getKeyID()).generate();
    for (String named : List.of(alg, "ES256")) {
      String input =
          Base64URL.encode(with("alg", named))
              + "."
              + Base64URL.encode(JSONObjectUtils.toJSONString(claims()));
      all.put(curve + " as " + named, input + "." + signature(key, algorithm, size, input));
    }
  }

  /** Signatures stripped, swapped, zero, of another tenant's key. */
  private void signatures(Map<String, String> all) throws JOSEException {
    String[] one = genuine().split("\\.", -1);
    Map<String, Object> claims = claims();
    claims.put("sub", "44444444-4444-4444-8444-444444444444");
    String[] other = signed(claims).split("\\.", -1);
    String[] parts = {one[0], one[1], one[2]};
    all.put("stripped", parts[0] + "." + parts[1] + ".");
    all.put("two parts", parts[0] + "." + parts[1]);
    all.put("five parts", genuine() + ".AAAA.AAAA");
    all.put("swapped", parts[0] + "." + other[1] + "." + parts[2]);
    all.put("zero", parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[64]));
    all.put("short", parts[0] + "." + parts[1] + "." + parts[2].substring(0, 43));
    all.put("twice", genuine() + parts[2]);
    all.put("padded", genuine() + "==");
    all.put("spaced", " " + genuine());
    all.put("newline", genuine() + "\n");
    all.put("empty", "");
    all.put("dots", "..");
    all.put("long", "A".repeat(1_000_000));
    all.put("other tenant's key, same id", signed(evil.key, header(), claims()));
    all.put("other tenant's key, own id", signedBy(HostStub.key("evil-1")));
  }

  private static String signed(ECKey key, Map<String, Object> header, Map<String, Object> claims) {
    return signed(key, JSONObjectUtils.toJSONString(header), JSONObjectUtils.toJSONString(claims));
  }

  /** Each claim and header member twice, the genuine value last and first; signed by the host. */
  private void doubled(Map<String, String> all) {
    String header = JSONObjectUtils.toJSONString(header());
    String claims = JSONObjectUtils.toJSONString(claims());
    claims()
        .keySet()
        .forEach(name -> twice(name, claims, (how, json) -> all.put(how, signed(header, json))));
    header()
        .keySet()
        .forEach(name -> twice(name, header, (how, json) -> all.put(how, signed(json, claims))));
    all.put("two objects", signed(header, claims + claims));
    all.put("array", signed(header, "[" + claims + "]"));
    all.put("no object", signed(header, "null"));
  }

  private static void twice(String name, String json, BiConsumer<String, String> to) {
    to.accept("first " + name, "{\"" + name + "\":\"x\"," + json.substring(1));
    to.accept("last " + name, json.substring(0, json.length() - 1) + ",\"" + name + "\":\"x\"}");
  }

  /** One character of the genuine token changed, at random places. */
  private void damaged(Map<String, String> all) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ";
    Random random = new Random(SEED);
    String token = genuine();
    while (all.size() < 600) {
      int at = random.nextInt(token.length());
      char with = alphabet.charAt(random.nextInt(alphabet.length()));
      if (token.charAt(at) != with) {
        all.put(
            "damaged at " + at + " with '" + with + "'",
            token.substring(0, at) + with + token.substring(at + 1));
      }
    }
  }
}
