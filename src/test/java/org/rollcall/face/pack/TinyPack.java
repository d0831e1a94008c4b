package org.rollcall.face.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.face.convert.OneNumberNetwork;

/** A fictitious pack of two small files, and its conversion. */
final class TinyPack {
  static final String ID = "tiny";
  static final EmbeddingInput INPUT =
      new EmbeddingInput(Alignment.LANDMARKS_112, 127.5f, 0.0078125f, 2);
  static final Map<String, String> FILES = Map.of("one.bin", "first file", "two.bin", "second");

  private TinyPack() {}

  static PackDescription description(String id, PackTask task) {
    Optional<EmbeddingInput> input =
        task == PackTask.EMBEDDING ? Optional.of(INPUT) : Optional.empty();
    return new PackDescription(id, "A pack", Set.of(task), "MIT", "made up", input);
  }

  /** Writes the published files below a folder and returns their pack. */
  static PublishedPack publish(Path folder, String address) {
    try {
      Path files = Files.createDirectories(folder.resolve(ID));
      List<PackFile> list = new ArrayList<>();
      for (String name : FILES.keySet().stream().sorted().toList()) {
        Path file = Files.writeString(files.resolve(name), FILES.get(name));
        list.add(PackFile.of(file));
      }
      return new PublishedPack(
          description(ID, PackTask.EMBEDDING), address, list, "Do as you like.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void convert(Path published, Path installed) throws IOException {
    OneNumberNetwork.write(installed, "embed", (float) Files.size(published.resolve("one.bin")));
  }

  /** Writes a pack with empty networks to a models folder. */
  static Path install(Path models, String id, PackTask task) {
    try {
      Path folder = Files.createDirectories(models.resolve(id));
      description(id, task).write(folder);
      for (String file : task.files()) {
        Files.writeString(folder.resolve(file), "{}");
      }
      new PackFolder(folder).writeList();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
