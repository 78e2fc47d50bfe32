package nl.meldcode.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import nl.meldcode.adapter.store.DataLock;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.files.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * A folder of backups of one kind. One that is being made stands there under another name, and one
 * process at a time makes any.
 */
final class Shelf implements Closeable {
  static final DateTimeFormatter NAMES =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final String UNFINISHED = ".unfinished-";
  private static final int DEPTH = 4;
  private final Path folder;
  private final Kind kind;
  private final DataLock lock;

  private Shelf(Path folder, Kind kind, DataLock lock) {
    this.folder = folder;
    this.kind = kind;
    this.lock = lock;
  }

  /**
   * Opens a folder, or makes it, and clears away what an interrupted backup left.
   *
   * @throws BackupRefused when it lies in the data directory, or together with backups of the other
   *     kind, or when somebody makes one just now, or it cannot be locked
   */
  static Shelf open(Path target, Kind kind, Path dataDir) throws IOException {
    Path folder = real(target);
    if (folder.startsWith(real(dataDir))) {
      throw new BackupRefused("a backup belongs outside of the data directory");
    }
    refuseTogether(folder, kind);
    PrivateFiles.makeFolder(folder);
    Shelf shelf = new Shelf(folder, kind, lock(folder));
    boolean cleared = false;
    try {
      for (Path left : shelf.named(UNFINISHED)) {
        PrivateFiles.delete(left);
      }
      cleared = true;
      return shelf;
    } finally {
      if (!cleared) {
        shelf.close();
      }
    }
  }

  private static DataLock lock(Path folder) {
    Path file = folder.resolve(".lock");
    try {
      return DataLock.take(file)
          .orElseThrow(() -> new BackupRefused("another backup is being written to " + folder));
    } catch (StartRefused e) {
      throw new BackupRefused("cannot lock " + file, e);
    }
  }

  /** When everything was recorded that the newest backup in that folder holds, if there is one. */
  static Optional<Instant> newest(Path folder, Kind kind) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try {
      return complete(folder, kind).stream()
          .reduce((before, next) -> next)
          .map(one -> Instant.parse(Manifest.read(one).begunAt()));
    } catch (IOException | UncheckedIOException | DateTimeException e) {
      throw new BackupRefused("cannot read " + folder, e);
    }
  }

  /** A new folder to fill. */
  Path unfinished(Instant at) throws IOException {
    Path made = folder.resolve(UNFINISHED + kind.prefix() + NAMES.format(at));
    PrivateFiles.makeFolder(made);
    return made;
  }

  /** Gives a filled folder the name under which it counts. */
  Path finish(Path unfinished) throws IOException {
    Path done = folder.resolve(unfinished.getFileName().toString().substring(UNFINISHED.length()));
    PrivateFiles.sync(unfinished);
    move(unfinished, done);
    PrivateFiles.sync(done);
    return done;
  }

  /** Removes the oldest ones; what is broken neither counts nor goes. */
  void keep(int count) throws IOException {
    List<Path> all = complete(folder, kind);
    for (Path old : all.subList(0, Math.max(0, all.size() - count))) {
      Path going = folder.resolve(UNFINISHED + old.getFileName());
      move(old, going);
      PrivateFiles.delete(going);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private static List<Path> complete(Path folder, Kind kind) throws IOException {
    return named(folder, kind.prefix()).stream().filter(Shelf::isComplete).toList();
  }

  private static boolean isComplete(Path backup) {
    try {
      Manifest.read(backup);
      return true;
    } catch (BackupRefused e) {
      return false;
    }
  }

  private List<Path> named(String prefix) throws IOException {
    return named(folder, prefix);
  }

  private static List<Path> named(Path folder, String prefix) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(one -> one.getFileName().toString().startsWith(prefix)).sorted().toList();
    }
  }

  private static void refuseTogether(Path folder, Kind kind) throws IOException {
    String other = kind.other().prefix();
    for (Path up = folder; up != null; up = up.getParent()) {
      boolean isOne = up.getFileName() != null && up.getFileName().toString().startsWith(other);
      if (isOne || (Files.isReadable(up) && !named(up, other).isEmpty())) {
        throw together(kind);
      }
    }
    if (Files.isDirectory(folder) && isBelow(folder, other)) {
      throw together(kind);
    }
  }

  /** Whether anything of such a name lies there; what cannot be read counts by its own name. */
  private static boolean isBelow(Path folder, String prefix) throws IOException {
    AtomicBoolean found = new AtomicBoolean();
    Files.walkFileTree(
        folder,
        Set.of(),
        DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return look(dir);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return look(file);
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return look(file);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
          }

          private FileVisitResult look(Path one) {
            if (one.getFileName().toString().startsWith(prefix)) {
              found.set(true);
            }
            return found.get() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
          }
        });
    return found.get();
  }

  private static BackupRefused together(Kind kind) {
    return new BackupRefused(
        "backups of data and of keys belong in places apart: this one of %s would lie with those of %s"
            .formatted(kind, kind.other()));
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to);
    }
  }

  /** Also of what is not there yet. */
  private static Path real(Path path) throws IOException {
    Path whole = path.toAbsolutePath().normalize();
    Path parent = whole.getParent();
    return Files.exists(whole) || parent == null
        ? whole.toRealPath()
        : real(parent).resolve(whole.getFileName());
  }
}
