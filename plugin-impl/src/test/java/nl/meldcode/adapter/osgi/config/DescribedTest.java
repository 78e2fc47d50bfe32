package nl.meldcode.adapter.osgi.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.meldcode.Covers;
import nl.meldcode.adapter.osgi.config.Key.Amount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What Metatype, the texts and the example file say, against what is read. */
@Covers("P10")
class DescribedTest {
  private static final Path METATYPE = Path.of("target/classes/OSGI-INF/metatype");
  private static final Path EXAMPLE = Path.of("../bundle/meldcode.conf");

  @ParameterizedTest
  @EnumSource
  void metatypeKnowsEachLineAsItIsRead(Schema schema) throws Exception {
    Map<String, Element> described = new HashMap<>();
    all(metatype(schema.pid()), "AD").forEach(one -> described.put(one.getAttribute("id"), one));

    assertThat(described.keySet())
        .containsExactlyInAnyOrderElementsOf(schema.keys().stream().map(Key::name).toList());
    for (Key key : schema.keys()) {
      Element one = Objects.requireNonNull(described.get(key.name()));
      String text = "%" + schema.pid() + "." + key.name();
      assertThat(one.getAttribute("name")).isEqualTo(text + ".name");
      assertThat(one.getAttribute("description")).isEqualTo(text + ".description");
      assertThat(one.getAttribute("required").equals("false"))
          .as(key.name() + " may be left out")
          .isEqualTo(key.standard() != null);
      assertThat(one.getAttribute("default"))
          .isEqualTo(key.standard() == null ? "" : key.standard());
      assertThat(!one.getAttribute("cardinality").isEmpty())
          .as(key.name() + " is a list")
          .isEqualTo(key.amount() != Amount.ONE);
      for (Element choice : all(one, "Option")) {
        assertThat(key.form().wrong(choice.getAttribute("value"))).isEmpty();
      }
    }
  }

  @Test
  void everyLineHasANameADescriptionAndWhatIsAllowedInBothLanguages() {
    Set<String> expected = new TreeSet<>();
    for (Schema schema : Schema.values()) {
      expected.addAll(List.of(schema.pid() + ".name", schema.pid() + ".description"));
      for (Key key : schema.keys()) {
        String text = schema.pid() + "." + key.name();
        expected.addAll(List.of(text + ".name", text + ".description", text + ".allowed"));
      }
    }
    Set<String> dutch = Texts.keys("configuration_nl");

    assertThat(Texts.keys("configuration_en")).isEqualTo(dutch);
    assertThat(dutch.stream().filter(key -> key.startsWith("nl.meldcode")))
        .containsExactlyElementsOf(expected);
  }

  /** To write it anew: {@code -Dmeldcode.docs.write=true}. */
  @Test
  void theExampleFileHasEachLine() throws IOException {
    String example = example();
    if (Boolean.getBoolean("meldcode.docs.write")) {
      Files.writeString(EXAMPLE, example);
    }

    assertThat(EXAMPLE).hasContent(example);
  }

  private static String example() {
    Properties texts = Texts.of("configuration_nl");
    List<String> lines =
        new ArrayList<>(
            List.of(
                "# Alle instellingen van de meldcode. Haal het hekje weg voor een regel die u"
                    + " geeft; wat er dan staat is een voorbeeld,",
                "# of wat ook zonder die regel geldt. Meer waarden: meer keer dezelfde regel.",
                "#",
                "# Op zichzelf: start --conf meldcode.conf. In Karaf en Felix: elk blok is een"
                    + " bestand in etc/ of load/: nl.meldcode.cfg,",
                "# nl.meldcode.host-school.cfg en nl.meldcode.oneroster-school.cfg."));
    for (Schema schema : Schema.values()) {
      String section = schema == Schema.PLUGIN ? schema.pid() : schema.pid() + "~school";
      lines.addAll(List.of("", "# " + texts.getProperty(schema.pid() + ".description")));
      lines.add((schema == Schema.ONE_ROSTER ? "#" : "") + "[" + section + "]");
      for (Key key : schema.keys()) {
        String text = schema.pid() + "." + key.name();
        String standard = key.standard();
        lines.add("");
        lines.add(
            "# " + texts.getProperty(text + ".name") + ". " + texts.get(text + ".description"));
        lines.add(
            "# Toegestaan: "
                + texts.get(text + ".allowed")
                + (standard == null ? ". Verplicht." : "."));
        lines.add("#" + key.name() + " = " + (standard == null ? "" : standard));
      }
    }
    return String.join("\n", lines).replaceAll("(?m) +$", "") + "\n";
  }

  private static Element metatype(String pid) throws Exception {
    try (Stream<Path> files = Files.list(METATYPE)) {
      for (Path file : files.toList()) {
        Element root = root(file);
        boolean of =
            all(root, "Designate").stream()
                .anyMatch(
                    one ->
                        one.getAttribute("pid").equals(pid)
                            || one.getAttribute("factoryPid").equals(pid));
        if (of) {
          assertThat(root.getAttribute("localization")).isEqualTo("OSGI-INF/l10n/configuration");
          return root;
        }
      }
    }
    throw new AssertionError("nothing designates " + pid);
  }

  private static Element root(Path file)
      throws ParserConfigurationException, SAXException, IOException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  private static List<Element> all(Element root, String name) {
    List<Element> all = new ArrayList<>();
    for (int at = 0; at < root.getElementsByTagName(name).getLength(); at++) {
      all.add((Element) root.getElementsByTagName(name).item(at));
    }
    return all;
  }
}
