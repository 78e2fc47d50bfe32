package nl.meldcode.adapter.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.files.PrivateFiles;

/** The administrator's key file: one line, readable by its owner alone. */
final class AdminKey {
  private static final String PREFIX = "meldcode-admin-key-1:";
  private final Path file;

  AdminKey(Path file) {
    this.file = file;
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** Makes the file, durable before this returns. */
  void create(byte[] key) {
    byte[] line = (PREFIX + Base64.getEncoder().encodeToString(key) + "\n").getBytes(US_ASCII);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(
              file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      syncFolder();
    } catch (IOException e) {
      throw new StartRefused("cannot make the key file " + file, e);
    }
  }

  /** Another one that stands beside it until it takes its place. */
  AdminKey next() {
    return new AdminKey(file.resolveSibling(file.getFileName() + ".next"));
  }

  /** Puts this file in the place of the other at once. */
  void replace(AdminKey other) {
    try {
      Files.move(
          file, other.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      syncFolder();
    } catch (IOException e) {
      throw new StoreUnavailable("the key file cannot be put in its place", e);
    }
  }

  /** Takes the file away. */
  void drop() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreUnavailable("the key file cannot be taken away", e);
    }
  }

  byte[] read() {
    try {
      refuseOtherReaders();
      String line = Files.readString(file, US_ASCII).strip();
      if (line.startsWith(PREFIX)) {
        byte[] key = Base64.getDecoder().decode(line.substring(PREFIX.length()));
        if (key.length == Sealing.KEY_BYTES) {
          return key;
        }
      }
      throw new StartRefused("the key file " + file + " is cut off; put its copy back");
    } catch (IOException e) {
      throw new StartRefused("cannot read the key file " + file, e);
    } catch (IllegalArgumentException e) {
      throw new StartRefused("the key file " + file + " is damaged; put its copy back", e);
    }
  }

  private void refuseOtherReaders() {
    if (!PrivateFiles.isPrivate(file)) {
      throw new StartRefused(
          "the key file " + file + " can be read by others; make it private (chmod 600)");
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    return hasOwners()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(EnumSet.of(OWNER_READ, OWNER_WRITE))
        }
        : new FileAttribute<?>[0];
  }

  /** A name is as durable as the folder that holds it; only some systems let one sync it. */
  private void syncFolder() throws IOException {
    if (hasOwners()) {
      try (FileChannel folder =
          FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  private boolean hasOwners() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
