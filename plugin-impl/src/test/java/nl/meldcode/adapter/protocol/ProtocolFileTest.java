package nl.meldcode.adapter.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("P4")
class ProtocolFileTest {
  private static final String FILE = "/protocols/scope-2013/1.0.0/protocol.json";
  private static final String SHIPPED = new String(Resource.bytes(FILE), StandardCharsets.UTF_8);

  /** Each line breaks one thing in the shipped file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"recorded\": \"HandoverAccepted\"} | {\"seen\": \"HandoverAccepted\"} | /general/0/needs/seen | unknown word",
        "\"HandoverAccepted\" | \"Handover\" | /general/0/needs/recorded | unknown kind",
        "[\"facts\"] | [\"face\"] | /steps/0/requirements/1/needs/answered/fields/0 | unknown field",
        "\"id\": \"S1.2\" | \"id\": \"S1.1\" | /steps/0/requirements/1/id | id used twice",
        "\"id\": \"S0.6\" | \"id\": \"S0.66\" | /general/0 | no Dutch text finding.S0.66",
        "\"id\": \"consultation\" | \"id\": \"parents\" | /steps/1/id | unreachable step: consultation comes here",
        "\"order\": 2 | \"order\": 3 | /steps/1/order | unreachable step: not number 2",
        "\"id\": \"S0.6\" | \"note\": \"x\", \"id\": \"S0.6\" | /general/0/note | unknown field",
        "REPEATED_OR_STRIKING | OFTEN | /opening/0/when/holds | unknown circumstance",
        "schoolDay\"}} | moon\"}} | /steps/0/requirements/2/needs/inTime/unit | unknown unit",
        "\"from\": \"MeetingReport\" | \"from\": \"Signal\" | /steps/2/requirements/3/within/from | no term can start there",
        "everyGuardianWithAuthority | everybody | /steps/2/requirements/3/needs/acknowledgedBy | not \"everyGuardianWithAuthority\"",
        "\"severity\": \"MISSING\" | \"severity\": \"BLOCK\" | /general/0/severity | a requirement cannot block",
        "\"by\": [\"IB\", \"DIR\"] | \"by\": [] | /general/0/by | not a list with something in it",
        "2013-07-01 | 1 juli | /validFrom | not a date"
      })
  void aFileThatIsNotUnderstoodIsRefusedByName(
      String old, String other, String pointer, String problem) {
    assertThat(SHIPPED).contains(old);
    int at = SHIPPED.indexOf(old);
    String broken = SHIPPED.substring(0, at) + other + SHIPPED.substring(at + old.length());
    UnreadableProtocol refusal = refusal(broken, dutch());
    assertThat(refusal.file()).isEqualTo(FILE);
    assertThat(refusal.pointer()).isEqualTo(pointer);
    assertThat(refusal.problem()).isEqualTo(problem);
  }

  /** A text, the word for a field inside another row's text, the word for a criterion. */
  @ParameterizedTest
  @ValueSource(
      strings = {"finding.S3.7.nobody", "field.Weighing.unrest", "criterion.G3", "why.S3.9"})
  void aMissingDutchTextRefusesTheFile(String key) {
    Map<String, String> dutch = dutch();
    dutch.remove(key);
    assertThat(refusal(SHIPPED, dutch).problem()).isEqualTo("no Dutch text " + key);
  }

  @Test
  void aNameThatStandsTwiceRefusesTheFile() {
    String twice = SHIPPED.replaceFirst("\\{", "{ \"key\": \"x\",");
    assertThat(refusal(twice, dutch()).problem()).contains("Duplicate field 'key'");
  }

  private static UnreadableProtocol refusal(String json, Map<String, String> dutch) {
    return catchThrowableOfType(
        UnreadableProtocol.class,
        () -> ProtocolFile.read(FILE, json.getBytes(StandardCharsets.UTF_8), dutch));
  }

  private static Map<String, String> dutch() {
    Map<String, String> dutch = new HashMap<>(Resource.texts("/texts/findings_nl.properties"));
    dutch.put("protocol.title", "SCOPE 2013");
    return dutch;
  }
}
