package nl.meldcode.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** The constants of the enums that a type holds, in lists and in records too. */
final class EnumNames {
  private EnumNames() {}

  static Set<String> in(Type type) {
    Set<String> names = new LinkedHashSet<>();
    if (type instanceof ParameterizedType holder) {
      Arrays.stream(holder.getActualTypeArguments()).map(EnumNames::in).forEach(names::addAll);
    } else if (type instanceof Class<?> plain && plain.isEnum()) {
      Arrays.stream(plain.getEnumConstants()).map(Object::toString).forEach(names::add);
    } else if (type instanceof Class<?> plain && plain.isRecord()) {
      for (RecordComponent component : plain.getRecordComponents()) {
        names.addAll(in(component.getGenericType()));
      }
    }
    return names;
  }
}
