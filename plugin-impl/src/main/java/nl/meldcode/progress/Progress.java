package nl.meldcode.progress;

/** Hears how far work has come. */
public interface Progress {
  /** Nobody who listens. */
  Progress UNHEARD =
      new Progress() {
        @Override
        public void begin(String part, long size) {}

        @Override
        public void at(long done) {}
      };

  /** A part begins, of this size in whatever it counts; the one before it is over. */
  void begin(String part, long size);

  /** So much of the part is done. */
  void at(long done);
}
