package nl.meldcode.adapter.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * A PDF that only shows pages: without a password, scripts, files within it, forms that send, or
 * anything that starts another program or opens another file. What is otherwise is refused, not
 * mended.
 */
final class PdfFile {
  /** It does more than show pages. */
  static final String ACTS = "file.pdf.acts";

  private static final int MOST_OBJECTS = 20_000;
  private static final int MOST_STEPS = 10;

  /** How far before its end a ZIP archive can have its list of contents. */
  private static final int ARCHIVE_END = 66_000;

  private static final Pattern END = Pattern.compile("%%EOF\\s*\\z");

  /** Entries of dictionaries with which something is done (ISO 32000-1, 7.11, 12.6, 12.7, 13). */
  private static final Set<String> ACTING =
      Set.of("JS", "JavaScript", "EF", "EmbeddedFiles", "XFA", "AA", "RichMediaContent", "Launch");

  /** What an action, an annotation or an object may not be. */
  private static final Set<String> KINDS =
      Set.of(
          "JavaScript",
          "Launch",
          "SubmitForm",
          "ImportData",
          "GoToR",
          "GoToE",
          "Thread",
          "Rendition",
          "Movie",
          "Sound",
          "RichMedia",
          "RichMediaExecute",
          "GoTo3DView",
          "3D",
          "Screen",
          "FileAttachment",
          "EmbeddedFile");

  private PdfFile() {}

  static boolean isOne(byte[] bytes) {
    return bytes.length > 5 && new String(bytes, 0, 5, ISO_8859_1).equals("%PDF-");
  }

  static void check(byte[] bytes) throws IOException {
    checkEnds(bytes);
    StrictParser parser = new StrictParser(bytes);
    try (PDDocument document = parser.read()) {
      COSDocument objects = document.getDocument();
      if (objects.getXrefTable().size() > MOST_OBJECTS) {
        throw new UnfitFile(UnfitFile.TOO_LARGE);
      }
      checkAll(objects);
      parser.checkFailure();
      if (document.getNumberOfPages() < 1) {
        throw new UnfitFile(UnfitFile.UNREADABLE);
      }
    }
  }

  /** Nothing stands behind the end, and it is no archive at the same time. */
  private static void checkEnds(byte[] bytes) throws UnfitFile {
    int from = Math.max(0, bytes.length - ARCHIVE_END);
    String end = new String(bytes, from, bytes.length - from, ISO_8859_1);
    if (end.contains("PK\u0005\u0006") || !END.matcher(end).find()) {
      throw new UnfitFile("file.type");
    }
  }

  /** Walks over all that the file lists, whether a page shows it or not. */
  private static void checkAll(COSDocument objects) throws UnfitFile {
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSBase> left = new ArrayDeque<>();
    left.add(objects.getTrailer());
    for (COSObjectKey key : objects.getXrefTable().keySet()) {
      left.add(objects.getObjectFromPool(key));
    }
    while (!left.isEmpty()) {
      COSBase one = left.poll();
      if (one instanceof COSObject reference) {
        add(reference.getObject(), seen, left);
      } else if (one instanceof COSDictionary dictionary) {
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
          checkEntry(entry.getKey(), entry.getValue());
          add(entry.getValue(), seen, left);
        }
      } else if (one instanceof COSArray array) {
        array.forEach(each -> add(each, seen, left));
      }
    }
  }

  private static void add(@Nullable COSBase one, Set<COSBase> seen, Deque<COSBase> left) {
    if (one != null && seen.add(one)) {
      left.add(one);
    }
  }

  /** What is done on opening, without anybody asking for it: only a page may be gone to. */
  private static boolean acts(@Nullable COSBase opening) {
    return opening instanceof COSDictionary action
        && !COSName.getPDFName("GoTo").equals(meant(action.getItem(COSName.S)));
  }

  private static @Nullable COSBase meant(@Nullable COSBase value) {
    COSBase meant = value;
    for (int steps = 0; meant instanceof COSObject reference && steps < MOST_STEPS; steps++) {
      meant = reference.getObject();
    }
    return meant;
  }

  private static void checkEntry(COSName key, COSBase value) throws UnfitFile {
    COSBase meant = meant(value);
    boolean kind = key.equals(COSName.S) || key.equals(COSName.SUBTYPE) || key.equals(COSName.TYPE);
    if (ACTING.contains(key.getName())
        || (kind && meant instanceof COSName name && KINDS.contains(name.getName()))
        || (key.equals(COSName.OPEN_ACTION) && acts(meant))) {
      throw new UnfitFile(ACTS);
    }
  }
}
