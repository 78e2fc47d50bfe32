package nl.meldcode.adapter.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.protocol.Demand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A board adds a protocol of its own: one more requirement and its texts, no code. */
class OwnProtocolsTest {
  private static final ProtocolId OWN = ProtocolId.of("schoolbestuur@2.1.0");
  private static final String ROW =
      """
      {"id": "X1", "needs": {"recorded": "ChildConversation"}, "severity": "ADVICE", "by": ["LK"]},
      """;

  @TempDir private Path folder;

  @BeforeEach
  void aBoardWritesItsOwn() throws IOException {
    String scope =
        new String(
            Resource.bytes("/protocols/scope-2013/1.0.0/protocol.json"), StandardCharsets.UTF_8);
    write(
        "protocol.json",
        scope
            .replace("\"key\": \"scope-2013\"", "\"key\": \"schoolbestuur\"")
            .replace("\"version\": \"1.0.0\"", "\"version\": \"2.1.0\"")
            .replaceFirst("\"general\": \\[", "\"general\": [" + ROW));
    write(
        "nl.properties",
        "protocol.title=Ons bestuur\nfinding.X1=Praat met het kind.\nwhy.X1=Afspraak van het bestuur.\n");
    write(
        "en.properties",
        "protocol.title=Our board\nfinding.X1=Talk with the child.\nwhy.X1=Agreed by the board.\n");
  }

  @Test
  void itsRequirementIsAskedInBothLanguages() {
    ShippedProtocols protocols = new ShippedProtocols(Map.of(), OWN, folder);

    assertThat(protocols.byId(OWN).demands().map(Demand::id)).contains("X1", "S3.9");
    assertThat(protocols.texts(OWN, Locale.ENGLISH))
        .containsEntry("finding.X1", "Talk with the child.");
    assertThat(protocols.texts(OWN, Locale.forLanguageTag("nl")))
        .containsEntry("finding.X1", "Praat met het kind.");
  }

  @Test
  void aWrongOneIsRefusedWithFileAndPointer() throws IOException {
    Path file = folder.resolve("schoolbestuur/2.1.0/protocol.json");
    Files.writeString(file, Files.readString(file).replace("\"ChildConversation\"", "\"Gesprek\""));

    assertThat(refusal())
        .hasMessage("schoolbestuur/2.1.0/protocol.json#/general/0/needs/recorded: unknown kind");
  }

  @Test
  void aMissingTextIsRefused() throws IOException {
    write("nl.properties", "protocol.title=Ons bestuur\nwhy.X1=Afspraak.\n");

    assertThat(refusal().getMessage()).endsWith("#/general/0: no Dutch text finding.X1");
    Files.delete(folder.resolve("schoolbestuur/2.1.0/nl.properties"));
    assertThat(refusal().getMessage()).endsWith("nl.properties#: cannot be read");
  }

  @Test
  void whatIsShippedIsNeverReplaced() throws IOException {
    Path copy = folder.resolve("scope-2013/1.0.0");
    Files.createDirectories(copy);
    Files.writeString(copy.resolve("protocol.json"), "{}");

    assertThat(refusal().getMessage()).startsWith("scope-2013@1.0.0#: is shipped");
  }

  private UnreadableProtocol refusal() {
    return catchThrowableOfType(
        UnreadableProtocol.class, () -> new ShippedProtocols(Map.of(), OWN, folder));
  }

  private void write(String name, String text) throws IOException {
    Path place = folder.resolve("schoolbestuur/2.1.0");
    Files.createDirectories(place);
    Files.writeString(place.resolve(name), text);
  }
}
