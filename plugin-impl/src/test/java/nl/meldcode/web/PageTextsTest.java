package nl.meldcode.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;

/** The words of the pages: the same keys in both languages, and a text for every key in use. */
class PageTextsTest {

  private static final Pattern CALL = Pattern.compile("\\b(?:t|maybe|has)\\(([^()`]*)");
  private static final Pattern QUOTED = Pattern.compile("'([a-z]\\w*(?:\\.\\w+)+)'");
  private static final Pattern BUILT =
      Pattern.compile("(?:t|maybe|has)\\(`([a-z]\\w*(?:\\.\\w+)*\\.)\\$\\{");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private final Map<String, String> dutch = WebResources.texts("nl");
  private final Map<String, String> english = WebResources.texts("en");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(english.keySet()).isEqualTo(dutch.keySet());
  }

  @Test
  void bothLanguagesFillInTheSameNames() {
    assertThat(dutch)
        .allSatisfy(
            (key, text) ->
                assertThat(places(english.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
  }

  @Test
  void noTextIsEmpty() {
    assertThat(dutch.values()).noneMatch(String::isBlank);
    assertThat(english.values()).noneMatch(String::isBlank);
  }

  @Test
  void everyKeyThatAModuleNamesHasAText() {
    Set<String> named = new TreeSet<>();
    for (String call : found(CALL)) {
      Matcher key = QUOTED.matcher(call);
      while (key.find()) {
        named.add(key.group(1));
      }
    }

    assertThat(named).hasSizeGreaterThan(100);
    assertThat(dutch.keySet()).containsAll(named);
  }

  @Test
  void everyFamilyOfKeysThatAModuleBuildsHasTexts() {
    assertThat(found(BUILT))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            family ->
                assertThat(dutch.keySet()).as(family).anyMatch(key -> key.startsWith(family)));
  }

  @Test
  @Covers("S3.9")
  void seenIsNeverCalledConsent() {
    assertThat(dutch.get("guardian.means.GEZIEN")).contains("geen akkoord");
    assertThat(dutch.get("acknowledged.GEZIEN")).contains("geen akkoord");
    assertThat(dutch.get("choice.status.GEZIEN.hint")).contains("Dat betekent niet");
    assertThat(english.get("guardian.means.GEZIEN")).contains("not consent");
  }

  /** Recorded once more it would say that there was danger again. */
  @Test
  @Covers({"B5.1", "A.12.27"})
  void whatCameOfTheCallIsPutRightWhereTheCallStands() {
    String hint = "form.EmergencyAction.outcome.hint";
    assertThat(dutch.get(hint)).contains("“" + dutch.get("correction.open") + "”");
    assertThat(english.get(hint)).contains("“" + english.get("correction.open") + "”");
  }

  private static Set<String> places(String text) {
    Set<String> names = new TreeSet<>();
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      names.add(place.group(1));
    }
    return names;
  }

  private static Set<String> found(Pattern pattern) {
    Set<String> keys = new LinkedHashSet<>();
    WebResources.files(".js")
        .forEach(
            file -> {
              Matcher key = pattern.matcher(WebResources.read(file));
              while (key.find()) {
                keys.add(key.group(1));
              }
            });
    return keys;
  }
}
