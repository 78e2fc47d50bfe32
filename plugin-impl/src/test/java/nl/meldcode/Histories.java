package nl.meldcode;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;

/**
 * Generated histories. Each has a seed, which is printed when something does not hold, and brings
 * the same history back with {@code -Dmeldcode.seed}.
 */
public final class Histories {
  private static final String GIVEN = "meldcode.seed";

  private Histories() {}

  /** What must hold in one history. */
  public interface Property {
    void holds(RandomGenerator random) throws Exception;
  }

  /** Tries so many new histories, or the one that was asked for. */
  public static void each(int many, Property property) throws Exception {
    Long given = Long.getLong(GIVEN);
    long first = given == null ? System.nanoTime() : given;
    for (long seed : LongStream.range(first, first + (given == null ? many : 1)).toArray()) {
      boolean held = false;
      try {
        property.holds(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        held = true;
      } finally {
        if (!held) {
          System.out.println("SEED -D" + GIVEN + "=" + seed);
        }
      }
    }
  }

  /** One of those. */
  public static <T> T one(RandomGenerator random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
