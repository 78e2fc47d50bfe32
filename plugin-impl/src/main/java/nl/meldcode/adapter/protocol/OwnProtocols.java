package nl.meldcode.adapter.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.meldcode.domain.dossier.ProtocolId;

/**
 * The protocols of a board, in a folder of its own that looks like the shipped one: {@code
 * KEY/VERSION/protocol.json} with {@code nl.properties} and {@code en.properties} beside it.
 */
final class OwnProtocols {
  private final Path folder;

  OwnProtocols(Path folder) {
    this.folder = folder;
  }

  /**
   * Those that stand there.
   *
   * @throws UnreadableProtocol when the folder cannot be read
   */
  List<ProtocolId> ids() {
    try (Stream<Path> files = Files.walk(folder, 3)) {
      return files
          .filter(file -> file.endsWith("protocol.json"))
          .map(file -> folder.relativize(file).getParent())
          .map(place -> new ProtocolId(place.getName(0).toString(), place.getFileName().toString()))
          .sorted((a, b) -> a.toString().compareTo(b.toString()))
          .toList();
    } catch (IOException e) {
      throw new UnreadableProtocol(folder.toString(), "", "cannot be read");
    }
  }

  /** The bytes of a file in it. */
  byte[] bytes(String path) {
    Path file = folder.resolve(path);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnreadableProtocol(file.toString(), "", "cannot be read");
    }
  }
}
