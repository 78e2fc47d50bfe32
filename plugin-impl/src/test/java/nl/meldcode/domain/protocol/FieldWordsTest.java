package nl.meldcode.domain.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A finding names the field that lacks an answer, so each field has a word. */
class FieldWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void everyFieldThatAProtocolCanAskHasAWord(String language) throws IOException {
    Properties texts = new Properties();
    String file = "/texts/findings_" + language + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Field.class.getResourceAsStream(file)),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    assertThat(Field.ALL).isNotEmpty();
    assertThat(Field.ALL)
        .allSatisfy(field -> assertThat(texts.getProperty(field.wordKey(), "")).isNotBlank());
  }
}
