package nl.meldcode.files;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes files and folders that nobody but their owner may read, where the system knows owners. */
public final class PrivateFiles {
  private static final Set<PosixFilePermission> OWNER =
      Set.of(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE);

  private PrivateFiles() {}

  /** Makes the folder and those above it that are not there. */
  public static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
  }

  /** Makes an empty file, and the folders above it. */
  public static Path make(Path file) throws IOException {
    makeFolder(above(file));
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    FileChannel.open(file, options, ownerOnly(file, "rw-------")).close();
    return file;
  }

  /** Whether nobody but its owner may read or write it; true where the system knows no owners. */
  public static boolean isPrivate(Path file) {
    try {
      return !knowsOwners(file) || OWNER.containsAll(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      return false;
    }
  }

  /** Copies a file to one that is not there yet. */
  public static void copy(Path from, Path to) throws IOException {
    make(to);
    try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
      long end = in.size();
      for (long at = 0; at < end; ) {
        at += in.transferTo(at, end - at, out);
      }
    }
  }

  /** Puts a folder with all that is in it on disk, and its own name too. */
  public static void sync(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.toList()) {
        syncOne(one);
      }
    }
    syncOne(above(folder));
  }

  /** Deletes a folder with all that is in it; one that is not there is fine. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static Path above(Path path) {
    return path.toAbsolutePath().resolveSibling("");
  }

  /** Puts a file on disk, or the names in a folder; only some systems let one sync a folder. */
  public static void syncOne(Path path) throws IOException {
    boolean isFolder = Files.isDirectory(path);
    if (!isFolder || knowsOwners(path)) {
      StandardOpenOption how = isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE;
      try (FileChannel channel = FileChannel.open(path, how)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    return knowsOwners(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean knowsOwners(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
