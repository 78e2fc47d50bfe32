package nl.meldcode.adapter.document;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * An element of a page in the making. What people wrote becomes a text node and nothing else, so
 * that there is no markup to escape. Not for use by several threads.
 */
final class Markup {
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private final Element element;

  private Markup(Element element) {
    this.element = element;
  }

  /** The root of a new page in Dutch. */
  static Markup page() {
    Document document = emptyDocument();
    Element root = document.createElementNS(XHTML, "html");
    root.setAttribute("lang", "nl-NL");
    document.appendChild(root);
    return new Markup(root);
  }

  private static Document emptyDocument() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every JDK can make an empty document", e);
    }
  }

  /** Adds an element and gives it. */
  Markup add(String name) {
    Element child = element.getOwnerDocument().createElementNS(XHTML, name);
    element.appendChild(child);
    return new Markup(child);
  }

  /** Adds an element that the style sheet knows by a class, and gives it. */
  Markup add(String name, String styleClass) {
    return add(name).with("class", styleClass);
  }

  /** Sets an attribute of this element. */
  Markup with(String attribute, String value) {
    element.setAttribute(attribute, value);
    return this;
  }

  /** Adds text to this element. */
  Markup text(String text) {
    element.appendChild(element.getOwnerDocument().createTextNode(Written.printable(text)));
    return this;
  }

  /** Adds what somebody wrote: an empty line parts paragraphs, a line end stays a line end. */
  Markup paragraphs(String styleClass, String text) {
    for (String paragraph : Written.paragraphs(text)) {
      Markup block = add("p", styleClass);
      String[] lines = paragraph.split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (i > 0) {
          block.add("br");
        }
        block.text(lines[i]);
      }
    }
    return this;
  }

  /** The whole page this element stands in. */
  Document document() {
    return element.getOwnerDocument();
  }
}
