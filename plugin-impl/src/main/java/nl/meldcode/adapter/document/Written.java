package nl.meldcode.adapter.document;

import java.util.Arrays;
import java.util.List;

/**
 * What people wrote, made fit for paper: signs without a shape go, so that what is printed is what
 * is read, in the order in which it was stored. Letters, accents and emoji stay.
 */
final class Written {
  private static final int NOT_A_CHARACTER = 0xFFFD;

  private Written() {}

  static List<String> paragraphs(String text) {
    return Arrays.stream(text.replaceAll("\\R", "\n").split("\n[ \t]*\n", -1))
        .map(String::strip)
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }

  static String printable(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .map(Written::visible)
        .filter(each -> each >= 0)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  /** The sign to print: a space for tabs and line ends, -1 for what has no shape. */
  private static int visible(int sign) {
    if (Character.isWhitespace(sign)) {
      return ' ';
    }
    return switch (Character.getType(sign)) {
      case Character.CONTROL, Character.FORMAT -> -1;
      case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> NOT_A_CHARACTER;
      default -> selectsVariant(sign) ? -1 : sign;
    };
  }

  private static boolean selectsVariant(int sign) {
    return (sign >= 0xFE00 && sign <= 0xFE0F) || (sign >= 0x1F3FB && sign <= 0x1F3FF);
  }
}
