package nl.meldcode.application.view;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meldcode.Covers;
import nl.meldcode.adapter.json.Json;
import nl.meldcode.application.OneDossier;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.Roster.StaffMember;
import org.junit.jupiter.api.Test;

/**
 * All that a page is given, word for word, for the people of one dossier on two days. Whoever
 * changes what somebody is shown sees it in the change of a file beside this test.
 */
class PagesAsSeenTest {
  private static final Path FILES = Path.of("src/test/resources/pages");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}|[0-9A-F]{4} [0-9A-F]{4}\"");
  private static final ObjectMapper JSON = Json.mapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final TestPlugin plugin = new TestPlugin();
  private final OneDossier dossier = new OneDossier(plugin);

  @Test
  @Covers({"P1", "P4", "S0.5", "A.12.3"})
  void afterTheTalkOneParentSignedAndTheOtherDidNotAnswer() throws IOException {
    dossier.untilSigned();
    plugin.school.goTo(LocalDate.of(2026, 3, 10));

    same("talked-nora", NORA);
    same("talked-anja", ANJA);
    same("talked-tim", TIM);
  }

  @Test
  @Covers({"P1", "S0.11", "A.12.3", "A.12.25"})
  void onceReportedTheTeacherIsToldNothingOfIt() throws IOException {
    dossier.untilSigned();
    plugin.school.goTo(LocalDate.of(2026, 3, 12));
    dossier.untilReported();

    same("reported-petra", PETRA);
    same("reported-anja", ANJA);
  }

  private void same(String name, StaffMember reader) throws IOException {
    String seen =
        named(JSON.writeValueAsString(sorted(JSON.valueToTree(plugin.page(reader))))) + "\n";
    Path file = FILES.resolve(name + ".json");
    if (Boolean.getBoolean("meldcode.docs.write")) {
      Files.createDirectories(FILES);
      Files.writeString(file, seen);
    }
    assertThat(file)
        .as("to write it anew: mvn test -Dtest=PagesAsSeenTest -Dmeldcode.docs.write=true")
        .hasContent(seen);
  }

  /** Sets have no order of their own, so lists of plain words are put in one. */
  private static JsonNode sorted(JsonNode node) {
    boolean words = node.isArray() && !node.isEmpty() && node.get(0).isTextual();
    if (words) {
      List<JsonNode> all = new ArrayList<>();
      node.forEach(all::add);
      all.sort(Comparator.comparing(JsonNode::asText));
      return JSON.createArrayNode().addAll(all);
    }
    if (node instanceof ObjectNode object) {
      object.properties().forEach(one -> one.setValue(sorted(one.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, sorted(array.get(i)));
      }
    }
    return node;
  }

  /** Ids by their first place on the page, and no digests: both differ each time. */
  private static String named(String json) {
    Map<String, String> names = new LinkedHashMap<>();
    for (StaffMember one : new School().staff(School.ID).members()) {
      names.put(one.id().toString(), one.name());
    }
    Matcher ids = UUID.matcher(json);
    String written =
        ids.replaceAll(id -> names.computeIfAbsent(id.group(), x -> "#" + names.size()));
    return DIGEST.matcher(written).replaceAll("...");
  }
}
