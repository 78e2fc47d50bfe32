package nl.meldcode.acceptance.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.meldcode.acceptance.kit.StartCommand;

/** A file system of a few megabytes in memory, in the place of a folder. Asks to be root. */
final class SmallDisk implements AutoCloseable {
  private static final int BLOCK = 4096;
  private final Path folder;
  private final Path filling;

  private SmallDisk(Path folder) {
    this.folder = folder;
    filling = folder.resolve("filling");
  }

  /** Mounts it; where that is not allowed the test is left out, and says why. */
  static SmallDisk at(Path folder, int mebibytes) {
    StartCommand mount =
        new StartCommand(
            List.of("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "x", folder + ""));
    assumeTrue(mount.exitCode() == 0, "no small disk, which asks to be root: " + mount.output());
    return new SmallDisk(folder);
  }

  /** Takes all room but that many bytes, in whole blocks. */
  void fillBut(long bytes) {
    long left = free() - bytes;
    try (OutputStream out = Files.newOutputStream(filling)) {
      for (; left >= BLOCK; left -= BLOCK) {
        out.write(new byte[BLOCK]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void makeRoom() {
    try {
      Files.deleteIfExists(filling);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long free() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    StartCommand unmount = new StartCommand(List.of("umount", "--lazy", folder.toString()));
    if (unmount.exitCode() != 0) {
      throw new AssertionError(unmount.output());
    }
  }
}
