package nl.meldcode.referencehost;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.UUID;

/** Ids of the demo school: the same name gives the same id at every start. */
public final class Ids {
  public static final UUID TENANT = of("tenant", "demo");
  public static final UUID DEPLOYMENT = of("deployment", "demo");
  public static final UUID SCHOOL = of("school", "de-vlieger");

  private Ids() {}

  /** The id of a named thing, for instance {@code of("pupil", "lotte")}. */
  public static UUID of(String kind, String name) {
    return UUID.nameUUIDFromBytes((kind + ":" + name).getBytes(UTF_8));
  }

  /** The id in this text, or nothing when the text is no UUID in its usual form. */
  public static Optional<UUID> parse(String text) {
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
