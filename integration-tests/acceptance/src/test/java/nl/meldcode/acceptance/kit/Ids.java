package nl.meldcode.acceptance.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Ids of the demo school; the reference host derives them from names. */
public final class Ids {
  private Ids() {}

  /** A pupil with a story, such as {@code lotte}. */
  public static UUID pupil(String name) {
    return of("pupil:" + name);
  }

  /** A member of staff by login, such as {@code anja}. */
  public static UUID staff(String login) {
    return of("staff:" + login);
  }

  /** A guardian, such as {@code ilse-van-dam}. */
  public static UUID person(String name) {
    return of("person:" + name);
  }

  /** The household of the family with that number, in the order of the demo school. */
  public static UUID household(int number) {
    return of("household:" + number);
  }

  private static UUID of(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }
}
