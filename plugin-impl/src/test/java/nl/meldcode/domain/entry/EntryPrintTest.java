package nl.meldcode.domain.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.Covers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No entry prints what it holds (quality S22). */
class EntryPrintTest {
  private static final String MARKER = "Xanthippe-Marker";

  @ParameterizedTest
  @EnumSource(Kind.class)
  @Covers("S22")
  void anEntryPrintsNothingOfItsContent(Kind kind) throws ReflectiveOperationException {
    Object filled = fill(kind.type());

    assertThat(filled.toString()).doesNotContain(MARKER);
    for (RecordComponent component : kind.type().getRecordComponents()) {
      Object value = component.getAccessor().invoke(filled);
      if (!(value instanceof String)) {
        assertThat(String.valueOf(value)).as(component.getName()).doesNotContain(MARKER);
      }
    }
  }

  private static Object fill(Class<?> type) throws ReflectiveOperationException {
    if (type == String.class) {
      return MARKER;
    }
    if (type == boolean.class || type == Boolean.class) {
      return true;
    }
    if (type == Entry.class) {
      return fill(ClassroomAction.class);
    }
    if (type == int.class) {
      return 1;
    }
    if (type == LocalDate.class) {
      return LocalDate.of(2026, 2, 9);
    }
    if (type == LocalTime.class) {
      return LocalTime.NOON;
    }
    if (type == UUID.class) {
      return new UUID(1, 2);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = fill(components[i].getGenericType());
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return type.getDeclaredConstructor(types).newInstance(values);
  }

  private static Object fill(Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      Object element = fill(generic.getActualTypeArguments()[0]);
      return generic.getRawType() == Set.class ? Set.of(element) : List.of(element);
    }
    return fill((Class<?>) type);
  }
}
