package nl.meldcode.application.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.application.port.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host has not is told in words: what does not work, and what the school does instead. */
class CapabilityTextsTest {
  private static final Set<String> KEYS =
      Arrays.stream(Capability.values())
          .flatMap(one -> Stream.of(one.off(), one.instead()))
          .collect(Collectors.toSet());

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void everyCapabilityHasTwoSentencesAndNothingElseHas(String language) throws Exception {
    Properties texts = new Properties();
    String name = "/texts/capability_" + language + ".properties";
    try (InputStream in = Texts.class.getResourceAsStream(name)) {
      texts.load(new InputStreamReader(Objects.requireNonNull(in), UTF_8));
    }

    assertThat(texts.stringPropertyNames()).isEqualTo(KEYS);
    assertThat(texts.values())
        .allSatisfy(text -> assertThat(text.toString()).matches("[A-Z].{20,}\\."))
        .doesNotHaveDuplicates();
  }

  @Test
  void thePluginSpeaksThem() {
    Texts texts = new Texts();

    assertThat(texts.say(Locale.ENGLISH, Capability.PARENTAL_AUTHORITY.off()))
        .isEqualTo("The pupil administration does not say who has parental authority.");
    assertThat(texts.say(Locale.forLanguageTag("nl"), Capability.HOUSEHOLDS.off()))
        .startsWith("De leerlingadministratie zegt niet wie");
  }
}
