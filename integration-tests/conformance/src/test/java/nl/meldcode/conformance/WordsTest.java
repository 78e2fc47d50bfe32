package nl.meldcode.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever the kit may say, it can say in both languages. */
class WordsTest {
  private static final Path TEXTS = Path.of("src/main/resources/nl/meldcode/conformance");

  @Test
  void dutchAndEnglishSayTheSameThings() throws IOException {
    Properties dutch = texts("words_nl.properties");
    Properties english = texts("words_en.properties");

    assertThat(dutch.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : dutch.stringPropertyNames()) {
      assertThat(places(dutch.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  @Test
  void everyRuleSaysWhatMustHoldAndWhatToDo() {
    Words words = Words.in(Locale.ENGLISH);
    assertThat(Kit.rules()).hasSizeGreaterThan(60);
    assertThat(Kit.rules())
        .allSatisfy(
            rule -> {
              assertThat(words.must(rule)).isNotBlank();
              assertThat(words.advice(rule)).isNotBlank();
            });
    assertThat(Kit.rules()).extracting(Rule::id).doesNotHaveDuplicates();
  }

  @Test
  void everyFindingHasItsSentence() throws IOException {
    assertThat(texts("words_nl.properties").stringPropertyNames())
        .containsAll(Arrays.stream(Wrong.values()).map(Wrong::key).toList());
  }

  private static Set<String> places(String sentence) {
    Set<String> places = new TreeSet<>();
    Matcher place = Pattern.compile("\\{[0-9]}").matcher(sentence);
    while (place.find()) {
      places.add(place.group());
    }
    return places;
  }

  private static Properties texts(String file) throws IOException {
    Properties texts = new Properties();
    try (var in = Files.newBufferedReader(TEXTS.resolve(file))) {
      texts.load(in);
    }
    return texts;
  }
}
