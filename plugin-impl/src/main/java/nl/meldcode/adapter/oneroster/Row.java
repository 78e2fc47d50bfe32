package nl.meldcode.adapter.oneroster;

import org.jspecify.annotations.Nullable;

/**
 * One row of a collection, as the server gave it.
 *
 * @param gone the server says that it is to be deleted, or it is none of our business
 * @param value null when gone, or when the server gave it in a shape that cannot be read
 */
record Row<T>(String id, boolean gone, @Nullable T value) {
  static <T> Row<T> gone(String id) {
    return new Row<>(id, true, null);
  }

  static <T> Row<T> unreadable(String id) {
    return new Row<>(id, false, null);
  }

  boolean isUnreadable() {
    return !gone && value == null;
  }

  static <T> Row<T> of(String id, T value) {
    return new Row<>(id, false, value);
  }
}
