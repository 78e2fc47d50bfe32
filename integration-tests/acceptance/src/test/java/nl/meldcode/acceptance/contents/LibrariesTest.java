package nl.meldcode.acceptance.contents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.contents.Bill.Component;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The bill of materials, the files that are shipped and the committed list say the same. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibrariesTest {
  private static final Path LIST = Distribution.BUNDLE.resolve("libraries.txt");
  private static final String HEAD =
      """
      # Every library that is shipped: its licence, where it is in the distribution, and why it is there.
      # Made by LibrariesTest from the bill of materials, the comments in bundle/pom.xml and pom.xml, and licences.txt.
      """;

  private Bill bill;
  private Distribution distribution;
  private Licences licences;
  private Reasons reasons;

  @BeforeAll
  void read() throws IOException {
    Path file = Distribution.ROOT.resolve("bill-of-materials.json");
    assertThat(file).as("made by every build that is not told to stay offline").exists();
    bill = Bill.read(file);
    distribution = new Distribution();
    licences = new Licences(Distribution.BUNDLE.resolve("licences.txt"));
    reasons =
        new Reasons(
            Distribution.BUNDLE.resolve("pom.xml"), Distribution.BUNDLE.resolveSibling("pom.xml"));
  }

  @Test
  @Covers("S28")
  void everyJarThatIsShippedIsOnTheBill() {
    Map<String, String> unlisted = new TreeMap<>(distribution.jars());
    bill.components().forEach(each -> unlisted.remove(each.sha256()));

    assertThat(distribution.jars()).hasSizeGreaterThan(50);
    assertThat(unlisted.values()).isEmpty();
  }

  @Test
  @Covers("S28")
  void everythingOnTheBillIsShippedAsAJarOrWithinOne() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Component each : bill.components()) {
      if (place(each).isEmpty()) {
        missing.add(each.id());
      }
    }
    assertThat(missing).as("on the bill, but not shipped: exclude it in bundle/pom.xml").isEmpty();
  }

  @Test
  @Covers("S28")
  void theCommittedListNamesEachWithItsLicenceAndReason() throws IOException {
    Map<String, String> lines = new TreeMap<>();
    for (Component each : bill.components()) {
      lines.put(
          each.id(),
          line(
              each.id() + ":" + each.version(),
              licences.of(each.id(), each.licences()),
              place(each).orElse("not shipped"),
              reason(each)));
    }
    distribution
        .pluginFiles()
        .filter(file -> file.matches("document/.*\\.(ttf|otf|woff2?)"))
        .forEach(
            font ->
                lines.put(
                    font,
                    line(
                        font,
                        licences.of(font, List.of()),
                        "plugin/nl.meldcode.jar",
                        licences.reason(font))));
    String made = HEAD + String.join("", lines.values());
    if (Boolean.getBoolean("meldcode.docs.write")) {
      Files.writeString(LIST, made);
    }
    assertThat(Files.readString(LIST))
        .as("to write it anew, run this test with -Dmeldcode.docs.write=true")
        .isEqualTo(made);
    assertThat(licences.unused()).as("lines of licences.txt that nothing needs").isEmpty();
  }

  @Test
  @Covers("S28")
  void theBillOfTheSameContentIsTheSame() {
    assertThat(bill.document().path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(bill.document().has("serialNumber")).isFalse();
    assertThat(bill.document().path("metadata").has("timestamp")).isFalse();
  }

  private Optional<String> place(Component component) throws IOException {
    String whole = distribution.jars().get(component.sha256());
    Path file = Distribution.BUNDLE.resolve("target/libraries/" + component.file());
    return whole != null ? Optional.of(whole) : distribution.holdsPartOf(file);
  }

  private String reason(Component component) {
    return reasons
        .of(component.id())
        .or(() -> component.neededBy().stream().findFirst().map(one -> "for " + one))
        .filter(reason -> !reason.equals("for bundle"))
        .orElseThrow(() -> new AssertionError("no reason beside " + component.id()));
  }

  private static String line(String... columns) {
    return String.join(" | ", columns) + "\n";
  }
}
