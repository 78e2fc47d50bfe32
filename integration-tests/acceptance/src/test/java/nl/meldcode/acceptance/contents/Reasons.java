package nl.meldcode.acceptance.contents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Why there are these libraries: the comments behind {@code <dependency>} in poms. */
final class Reasons {
  private final Map<String, String> reasons = new TreeMap<>();

  /** What an earlier pom says goes before what a later one does. */
  Reasons(Path... poms) throws IOException {
    for (Path pom : poms) {
      read(pom);
    }
  }

  /** The reason for {@code group:artifact}. */
  Optional<String> of(String library) {
    return Optional.ofNullable(reasons.get(library));
  }

  private void read(Path pom) throws IOException {
    NodeList all;
    try {
      all =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(pom.toFile())
              .getElementsByTagName("dependency");
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("cannot read " + pom, e);
    }
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element dependency
          && dependency.getFirstChild() instanceof Comment comment) {
        reasons.putIfAbsent(
            text(dependency, "groupId") + ":" + text(dependency, "artifactId"),
            comment.getData().strip());
      }
    }
  }

  private static String text(Element element, String name) {
    return element.getElementsByTagName(name).item(0).getTextContent().strip();
  }
}
