package nl.meldcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.meldcode.api.SchoolId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * No record prints what somebody wrote, is called, or keeps secret: one line in a log tells all.
 */
class PrintedObjectsTest {
  private static final String MARKER = "Xanthippe-Marker";
  private static final int FEWEST = 100;
  private static final int DEEPEST = 8;

  /** Names of components that hold words, names or secrets of people. */
  private static final String TELLING =
      "name|givenName|pupil|guardian|author|who|present|text|facts|said|view|guardianView"
          + "|parentsView|signedName|note|place|motivation|reason|statement|words|json|draft"
          + "|secret|token|session";

  private static final Map<Class<?>, Object> PLAIN =
      Map.ofEntries(
          Map.entry(boolean.class, true),
          Map.entry(Boolean.class, true),
          Map.entry(int.class, 1),
          Map.entry(long.class, 1L),
          Map.entry(LocalDate.class, LocalDate.EPOCH),
          Map.entry(LocalTime.class, LocalTime.NOON),
          Map.entry(Instant.class, Instant.EPOCH),
          Map.entry(Duration.class, Duration.ZERO),
          Map.entry(Locale.class, Locale.ENGLISH),
          Map.entry(UUID.class, new UUID(1, 2)),
          Map.entry(SchoolId.class, new SchoolId("99XX")));

  @Test
  @Covers("S22")
  void noRecordOfOursTells() {
    Set<String> telling = new TreeSet<>();
    int made = 0;
    for (JavaClass each :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                "nl.meldcode.application",
                "nl.meldcode.adapter.rest",
                "nl.meldcode.adapter.http")) {
      Object filled = each.isRecord() ? filled(each.reflect(), "", 0) : null;
      made += filled == null ? 0 : 1;
      // A page's cache holds the lists of the school, which name organisations.
      boolean lists = each.getName().contains(".RecentPages$");
      if (filled != null && !lists && String.valueOf(filled).contains(MARKER)) {
        telling.add(each.getName());
      }
    }
    assertThat(made).isGreaterThan(FEWEST);
    assertThat(telling).isEmpty();
  }

  private static @Nullable Object filled(Type type, String name, int depth) {
    if (type instanceof ParameterizedType generic) {
      return collection(generic, name, depth);
    }
    if (!(type instanceof Class<?> plain) || depth > DEEPEST) {
      return null;
    }
    if (plain == String.class) {
      return name.matches(TELLING) ? MARKER : "x";
    }
    if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    if (plain.isSealed()) {
      return filled(plain.getPermittedSubclasses()[0], name, depth + 1);
    }
    return plain.isRecord() && !PLAIN.containsKey(plain) ? record(plain, depth) : PLAIN.get(plain);
  }

  private static @Nullable Object collection(ParameterizedType generic, String name, int depth) {
    Class<?> raw = (Class<?>) generic.getRawType();
    Type[] of = generic.getActualTypeArguments();
    Object last = filled(of[of.length - 1], name, depth + 1);
    if (raw == Map.class) {
      Object key = filled(of[0], "", depth + 1);
      return key == null || last == null ? Map.of() : Map.of(key, last);
    }
    if (raw == Optional.class) {
      return Optional.ofNullable(last);
    }
    if (raw == Set.class) {
      return last == null ? Set.of() : Set.of(last);
    }
    return raw.isRecord() ? record(raw, depth) : last == null ? List.of() : List.of(last);
  }

  /** Null where this simple way does not make one. */
  private static @Nullable Object record(Class<?> type, int depth) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values =
        Arrays.stream(components)
            .map(one -> filled(one.getGenericType(), one.getName(), depth + 1))
            .toArray();
    try {
      Constructor<?> made =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      made.setAccessible(true);
      return made.newInstance(values);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return null;
    }
  }
}
