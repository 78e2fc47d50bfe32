package nl.meldcode.adapter.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import nl.meldcode.Covers;
import nl.meldcode.application.port.FileCheck.Checked;
import nl.meldcode.application.port.TypedBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a photo is kept what can be seen; of anything else, nothing. */
@Timeout(20)
class PhotoIntakeTest {
  private static final String ARCHIVE = "PK\u0003\u0004word/vbaProject.bin";
  private final FileIntake intake = new FileIntake();

  @Test
  @Covers("S21")
  void whereItWasTakenAndWhatLiesBehindItAreGone() {
    byte[] photo = joined(Pictures.photo(1), ARCHIVE.getBytes(ISO_8859_1));
    assertThat(new String(photo, ISO_8859_1)).contains(Pictures.PLACE, ARCHIVE);
    byte[] png =
        Pictures.withChunk(
            Pictures.written(Pictures.quarters(), "png"),
            "tEXt",
            ("Location\0" + Pictures.PLACE).getBytes(ISO_8859_1));

    for (byte[] sent : List.of(photo, joined(png, ARCHIVE.getBytes(ISO_8859_1)))) {
      TypedBytes fit = fit(sent);
      assertThat(fit.mediaType()).isEqualTo("image/jpeg");
      assertThat(new String(fit.bytes(), ISO_8859_1))
          .doesNotContain("Exif", Pictures.PLACE, "PK", "Location");
      assertThat(corners(fit)).isEqualTo("RGBW");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1,RGBW,80",
    "2,GRWB,80",
    "3,WBGR,80",
    "4,BWRG,80",
    "5,RBGW,40",
    "6,BRWG,40",
    "7,WGBR,40",
    "8,GWRB,40",
    "9,RGBW,80"
  })
  @Covers("S21")
  void howTheCameraWasHeldStays(int orientation, String corners, int width) {
    TypedBytes fit = fit(Pictures.photo(orientation));

    assertThat(corners(fit)).isEqualTo(corners);
    assertThat(Pictures.read(fit.bytes()).getWidth()).isEqualTo(width);
  }

  @Test
  @Covers("S21")
  void aLargePhotoBecomesAsLargeAsASheetNeeds() {
    BufferedImage kept =
        Pictures.read(fit(Pictures.written(Pictures.quarters(6000, 3000), "jpeg")).bytes());
    assertThat(kept.getWidth()).isEqualTo(Photo.LONGEST_KEPT);
    assertThat(kept.getHeight()).isEqualTo(Photo.LONGEST_KEPT / 2);
    BufferedImage clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    assertThat(Pictures.read(fit(Pictures.written(clear, "png")).bytes()).getRGB(10, 10))
        .as("what is transparent is white")
        .isEqualTo(Color.WHITE.getRGB());
  }

  @ParameterizedTest
  @CsvSource({"50000,50000", "20001,1", "1,20001", "8000,8000", "2147483647,2147483647"})
  @Covers("S21")
  void aPictureWithMorePointsThanAnyCameraMakesIsNotUnpacked(int width, int height) {
    assertThat(code(Pictures.hollow(width, height))).isEqualTo(UnfitFile.TOO_LARGE);
    if (width < 0xFFFF && height < 0xFFFF) {
      assertThat(code(Pictures.hollowJpeg(width, height))).isEqualTo(UnfitFile.TOO_LARGE);
    }
  }

  @Test
  @Covers("S21")
  void whatIsHollowOrGrowsWithoutEndIsRefused() throws IOException {
    assertThat(code(Pictures.hollow(0, 10))).isEqualTo(UnfitFile.UNREADABLE);
    assertThat(code(Pictures.hollow(-1, -1))).isEqualTo(UnfitFile.UNREADABLE);
    assertThat(code(Pictures.hollowJpeg(0, 0))).isEqualTo(UnfitFile.UNREADABLE);
    byte[] text = joined("Comment\0\0".getBytes(ISO_8859_1), packed(new byte[64 << 20]));
    byte[] png = Pictures.written(Pictures.quarters(), "png");
    assertThat(corners(fit(Pictures.withChunk(png, "zTXt", text))))
        .as("a packed text is left out unread")
        .isEqualTo("RGBW");
    byte[] jpeg = Pictures.written(Pictures.quarters(), "jpeg");
    String scan = new String(jpeg, ISO_8859_1);
    int at = scan.indexOf("\u00ff\u00da");
    String body = scan.substring(at, scan.length() - 2);
    String scans = scan.substring(0, at) + body.repeat(50) + scan.substring(scan.length() - 2);
    assertThat(code(scans.getBytes(ISO_8859_1))).isEqualTo(UnfitFile.TOO_LARGE);
  }

  @Test
  @Covers("S21")
  void nothingElseIsAFileForUs() {
    List<byte[]> all = new ArrayList<>();
    for (String begin :
        List.of(
            "",
            "MZ\u0090\u0000",
            "\u007fELF",
            "#!/bin/sh\n",
            "<html><script>",
            "<svg onload=x>",
            "<?xml version='1.0'?><!DOCTYPE a SYSTEM 'file:///etc/passwd'>",
            ARCHIVE,
            "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
            "GIF89a",
            "BM",
            "II*\0",
            "MM\0*",
            "RIFF\0\0\0\0WEBP",
            "\0\0\0\u0018ftypheic",
            "{\\rtf1",
            "\u00ff\u00d8",
            "\u0089PNG",
            "%PDF",
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
            "%!PS-Adobe-3.0",
            " \u00ff\u00d8\u00ff",
            "\r\n%PDF-1.7")) {
      for (String more : List.of("", " ", "<script>alert(1)</script>", "\0".repeat(4096))) {
        all.add((begin + more).getBytes(ISO_8859_1));
      }
    }
    byte[] tail = Pictures.photo(1);
    all.add(joined("<html>".getBytes(ISO_8859_1), tail));
    all.add(joined("GIF89a".getBytes(ISO_8859_1), tail));

    assertThat(all).hasSizeGreaterThan(90);
    assertThat(all).allSatisfy(each -> assertThat(code(each)).startsWith("file."));
  }

  @Test
  @Covers("S21")
  void aPartOfAPictureIsRefusedAndASpoiltOneNeverBreaks() {
    Random random = new Random(21);
    for (byte[] whole : List.of(Pictures.photo(6), Pictures.written(Pictures.quarters(), "png"))) {
      for (int i = 1; i < 40; i++) {
        byte[] part = Arrays.copyOf(whole, whole.length * i / 40);
        assertThat(code(part)).as("%d of 40", i).startsWith("file.");
      }
      for (int i = 0; i < 300; i++) {
        byte[] spoilt = whole.clone();
        for (int hits = 0; hits < 4; hits++) {
          spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
        }
        Checked checked = intake.check(spoilt);
        if (checked instanceof Checked.Fit fit) {
          assertThat(Pictures.read(fit.file().bytes()).getWidth()).isPositive();
        }
      }
    }
  }

  private TypedBytes fit(byte[] sent) {
    return intake.check(sent) instanceof Checked.Fit fit
        ? fit.file()
        : new TypedBytes("", new byte[0]);
  }

  private String code(byte[] sent) {
    return intake.check(sent) instanceof Checked.Unfit unfit ? unfit.code() : "";
  }

  /** The colours of the corners, from above and from the left. */
  private static String corners(TypedBytes fit) {
    BufferedImage image = Pictures.read(fit.bytes());
    int right = image.getWidth() - 8;
    int below = image.getHeight() - 8;
    return letter(image, 8, 8)
        + letter(image, right, 8)
        + letter(image, 8, below)
        + letter(image, right, below);
  }

  private static String letter(BufferedImage image, int x, int y) {
    Color colour = new Color(image.getRGB(x, y));
    boolean red = colour.getRed() > 128;
    boolean green = colour.getGreen() > 128;
    return red && green ? "W" : red ? "R" : green ? "G" : "B";
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream packer = new DeflaterOutputStream(out)) {
      packer.write(bytes);
    }
    return out.toByteArray();
  }
}
