package nl.meldcode.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;

/** What the content security policy forbids, and what would make a module hard to read. */
class PageModulesTest {

  private static final int LONGEST = 300;
  private static final Pattern UNTRUSTED =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|unsafeHTML|unsafeSVG|\\beval\\(|new Function");
  private static final Pattern INLINE_STYLE = Pattern.compile("\\sstyle=|\\.style\\b|<style");
  private static final Pattern STORED =
      Pattern.compile("localStorage|sessionStorage|indexedDB|document\\.cookie");

  private final List<Path> modules = WebResources.files(".js");
  private final List<Path> sheets = WebResources.files(".css");

  @Test
  void noFileIsLongerThanOneReads() {
    assertThat(Stream.concat(modules.stream(), sheets.stream()))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            file ->
                assertThat(WebResources.read(file).lines().count()).isLessThanOrEqualTo(LONGEST));
  }

  @Test
  @Covers({"S14", "S15"})
  void noModuleMakesMarkupFromText() {
    assertThat(modules)
        .allSatisfy(file -> assertThat(WebResources.read(file)).doesNotContainPattern(UNTRUSTED));
  }

  @Test
  void noModuleCarriesAStyleOfItsOwn() {
    assertThat(modules)
        .allSatisfy(
            file -> assertThat(WebResources.read(file)).doesNotContainPattern(INLINE_STYLE));
  }

  @Test
  @Covers("S08")
  void nothingAboutAChildIsLeftInTheBrowser() {
    assertThat(modules)
        .allSatisfy(file -> assertThat(WebResources.read(file)).doesNotContainPattern(STORED));
  }

  @Test
  void theHeightGoesToTheHostAlone() {
    assertThat(modules)
        .allSatisfy(
            file ->
                assertThat(WebResources.read(file))
                    .doesNotContainPattern("postMessage\\([^;]*'\\*'"));
  }
}
