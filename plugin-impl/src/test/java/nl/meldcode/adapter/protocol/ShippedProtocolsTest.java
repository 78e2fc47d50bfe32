package nl.meldcode.adapter.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import nl.meldcode.Covers;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.protocol.Demand;
import nl.meldcode.domain.protocol.Protocol;
import nl.meldcode.domain.protocol.ProtocolStep;
import nl.meldcode.domain.protocol.Severity;
import org.junit.jupiter.api.Test;

class ShippedProtocolsTest {
  private static final ProtocolId SCOPE = ProtocolId.of("scope-2013@1.0.0");

  /** SHA-256 of what was published. A change is a new version in a folder of its own. */
  private static final Map<String, String> PUBLISHED =
      Map.of(
          "scope-2013@1.0.0",
          "ab1c7467165d307c8dc497db70a05a865f075be60d893931088c69b3c67dd95b",
          "onderwijs-2019@1.0.0",
          "608b5f26bda2f7b322dc7cde8a040c6ac3e8fd0a848e1cc1e4e61d2ec5ce386a");

  private final ShippedProtocols protocols = new ShippedProtocols(Map.of(), SCOPE);

  @Test
  void aPublishedProtocolNeverChanges() throws NoSuchAlgorithmException {
    assertThat(PUBLISHED.keySet()).containsExactlyInAnyOrderElementsOf(ShippedProtocols.PUBLISHED);
    for (Map.Entry<String, String> each : PUBLISHED.entrySet()) {
      byte[] bytes =
          Resource.bytes("/protocols/" + each.getKey().replace('@', '/') + "/protocol.json");
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(HexFormat.of().formatHex(digest)).as(each.getKey()).isEqualTo(each.getValue());
    }
  }

  @Test
  @Covers({"S0.1", "S0.2"})
  void scopeNamesTheLawItsStartAndFiveSteps() {
    Protocol scope = protocols.byId(SCOPE);
    assertThat(scope.legalBasis()).startsWith("Wet verplichte meldcode");
    assertThat(scope.validFrom()).isEqualTo(LocalDate.of(2013, 7, 1));
    assertThat(scope.steps().stream().map(ProtocolStep::step)).isEqualTo(Step.NUMBERED);
  }

  @Test
  @Covers("A.12.20")
  void whatNamesNoSeverityIsMissing() {
    for (String id : ShippedProtocols.PUBLISHED) {
      assertThat(protocols.byId(ProtocolId.of(id)).demands())
          .filteredOn(one -> one.severity() == Severity.ADVICE)
          .extracting(Demand::id)
          .as(id)
          .contains("S0.9", "S1.3", "S2.8", "S6.12")
          .isSubsetOf(
              "B5.1",
              "B8.1",
              "B8.2",
              "B8.3",
              "S0.3",
              "S6.3.recall",
              "S0.9",
              "S1.3",
              "S1.7e.unknown",
              "S1.9",
              "S2.8",
              "S3.11",
              "S5.19",
              "S6.12");
    }
  }

  @Test
  void everyTextIsThereInBothLanguages() {
    ShippedProtocols.PUBLISHED.stream().map(ProtocolId::of).forEach(this::everyText);
    Map<String, String> dutch = protocols.texts(SCOPE, Locale.forLanguageTag("nl"));
    assertThat(dutch.get("why.S3.9")).contains("Regel S3.9 van SCOPE 2013.");
    assertThat(Resource.texts("/texts/findings_en.properties").keySet())
        .isEqualTo(Resource.texts("/texts/findings_nl.properties").keySet());
  }

  private void everyText(ProtocolId id) {
    Map<String, String> dutch = protocols.texts(id, Locale.forLanguageTag("nl"));
    Map<String, String> english = protocols.texts(id, Locale.ENGLISH);
    assertThat(english.keySet()).isEqualTo(dutch.keySet());
    protocols
        .byId(id)
        .demands()
        .map(Demand::textKeys)
        .forEach(keys -> assertBoth(keys, dutch, english));
  }

  private static void assertBoth(
      Iterable<String> keys, Map<String, String> dutch, Map<String, String> english) {
    for (String key : keys) {
      assertThat(english.get(key)).as(key).isNotBlank().isNotEqualTo(dutch.get(key));
    }
  }

  /** An apostrophe would silently switch off placeholders. */
  @Test
  void everyTextIsAMessageFormat() {
    for (Locale language : new Locale[] {Locale.ROOT, Locale.ENGLISH}) {
      ShippedProtocols.PUBLISHED.stream()
          .map(id -> protocols.texts(ProtocolId.of(id), language))
          .flatMap(texts -> texts.entrySet().stream())
          .forEach(
              one -> {
                String key = one.getKey();
                String text = one.getValue();
                assertThat(text).as(key).doesNotContain("'");
                Object[] three = {"eerste", "tweede", "derde"};
                assertThat(new MessageFormat(text, Locale.ROOT).format(three))
                    .as(key)
                    .doesNotContain("{");
              });
    }
  }

  @Test
  void aSchoolHasItsOwnChoice() {
    SchoolId school = new SchoolId("99XX");
    ProtocolId other = ProtocolId.of("other@1.0.0");
    assertThat(protocols.chosenBy(school)).isEqualTo(SCOPE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShippedProtocols(Map.of(school, other), SCOPE));
    assertThatIllegalArgumentException().isThrownBy(() -> protocols.byId(other));
  }
}
