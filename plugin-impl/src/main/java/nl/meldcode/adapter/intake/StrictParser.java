package nl.meldcode.adapter.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Reads the objects of a PDF and never its pictures, within limits: a stream that could be unpacked
 * is unpacked once on the way and counted, all others stay packed. Nothing is repaired, since
 * another program may repair it otherwise.
 */
final class StrictParser extends PDFParser {
  /** Bytes of one stream, unpacked. */
  private static final long MOST_OF_ONE = 16L << 20;

  /** Bytes of all of them. */
  private static final long MOST_OF_ALL = 64L << 20;

  /** Bytes of the lists of objects, unpacked. */
  private static final long MOST_OF_TABLES = 512L << 10;

  /** Signs with which an array, a dictionary or a string begins: each takes memory. */
  private static final int MOST_OPENINGS = 400_000;

  private static final int ZLIB_HEADER = 2;
  private static final int BLOCK = 8 * 1024;
  private static final int WIDEST_ROW = 32 * 1024;
  private static final int DEEPEST_COLOUR = 16;
  private long unpacked;
  private long tables;
  private int openings;
  private @Nullable IOException failure;

  StrictParser(byte[] bytes) throws IOException {
    super(new RandomAccessReadBuffer(bytes), "", null, null, IOUtils.createMemoryOnlyStreamCache());
    countOpenings(bytes, bytes.length);
  }

  PDDocument read() throws IOException {
    return parse(false);
  }

  /** Throws what went wrong on the way, which whoever asked for an object does not hear. */
  void checkFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public COSBase dereferenceCOSObject(COSObject object) throws IOException {
    checkFailure();
    try {
      return super.dereferenceCOSObject(object);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /** Before anything is decrypted, which would be work for whoever made the file. */
  @Override
  protected void prepareDecryption() throws IOException {
    if (document.isEncrypted()) {
      throw new UnfitFile("file.pdf.encrypted");
    }
  }

  @Override
  protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
    COSStream stream = super.parseCOSStream(dictionary);
    if (stream.containsKey(COSName.F)) {
      throw new UnfitFile(PdfFile.ACTS);
    }
    boolean packed = isDeflated(stream) && !isPicture(stream);
    if (packed) {
      checkRows(stream);
    } else {
      stream.removeItem(COSName.FILTER);
    }
    long size = packed ? count(stream) : stream.getLength();
    if (stream.containsKey(COSName.W)) {
      checkTable(stream, size);
    }
    return stream;
  }

  /** What is not where the file says would be looked for again, for each that asks. */
  @Override
  protected COSBase parseObjectStreamObject(long stream, COSObjectKey key) throws IOException {
    COSBase found = super.parseObjectStreamObject(stream, key);
    if (found == null) {
      throw new UnfitFile(UnfitFile.UNREADABLE);
    }
    return found;
  }

  private static boolean isPicture(COSStream stream) {
    return COSName.IMAGE.equals(stream.getDictionaryObject(COSName.SUBTYPE));
  }

  private static boolean isDeflated(COSStream stream) {
    COSBase filter = stream.getFilters();
    return COSName.FLATE_DECODE.equals(filter)
        || (filter instanceof COSArray several
            && several.size() == 1
            && COSName.FLATE_DECODE.equals(several.getObject(0)));
  }

  /** How wide a row is decides how much memory is taken before anything is unpacked. */
  private static void checkRows(COSStream stream) throws UnfitFile {
    COSBase given = stream.getDictionaryObject(COSName.DP, COSName.DECODE_PARMS);
    COSBase one = given instanceof COSArray all && all.size() > 0 ? all.getObject(0) : given;
    if (one instanceof COSDictionary rows
        && (rows.getInt(COSName.COLUMNS, 1) > WIDEST_ROW
            || rows.getInt(COSName.BITS_PER_COMPONENT, 1) > DEEPEST_COLOUR)) {
      throw new UnfitFile(UnfitFile.TOO_LARGE);
    }
  }

  /** A row of nothing would be read without end. */
  private void checkTable(COSStream stream, long size) throws UnfitFile {
    COSArray widths = stream.getCOSArray(COSName.W);
    if (widths == null || widths.size() != 3 || widths.getInt(1, 0) < 1) {
      throw new UnfitFile(UnfitFile.UNREADABLE);
    }
    tables += size;
    if (tables > MOST_OF_TABLES) {
      throw new UnfitFile(UnfitFile.TOO_LARGE);
    }
  }

  /** Unpacks it the way it would be, past the header of zlib, and throws away what comes out. */
  private long count(COSStream stream) throws IOException {
    Inflater inflater = new Inflater(true);
    byte[] block = new byte[BLOCK];
    long before = unpacked;
    try (InputStream packed = stream.createRawInputStream()) {
      packed.skipNBytes(Math.min(ZLIB_HEADER, stream.getLength()));
      inflater.setInput(packed.readAllBytes());
      while (!inflater.finished() && !inflater.needsInput()) {
        int length = inflater.inflate(block);
        unpacked += length;
        if (unpacked - before > MOST_OF_ONE || unpacked > MOST_OF_ALL) {
          throw new UnfitFile(UnfitFile.TOO_LARGE);
        }
        countOpenings(block, length);
      }
    } catch (DataFormatException e) {
      throw new UnfitFile(UnfitFile.UNREADABLE);
    } finally {
      inflater.end();
    }
    return unpacked - before;
  }

  private void countOpenings(byte[] bytes, int length) throws UnfitFile {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '[' || bytes[i] == '(' || bytes[i] == '<') {
        openings++;
      }
    }
    if (openings > MOST_OPENINGS) {
      throw new UnfitFile(UnfitFile.TOO_LARGE);
    }
  }
}
