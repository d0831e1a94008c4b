package org.rollcall.face.pack;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.rollcall.face.convert.MxnetParams;
import org.rollcall.face.convert.ParamTensor;

/**
 * The folder of an installed pack, in the format that the package's description defines.
 *
 * @param path holds {@code pack.properties}, {@code pack.files} and the networks
 */
record PackFolder(Path path) {
  boolean exists() {
    return Files.isDirectory(path);
  }

  /**
   * Verifies every file against {@code pack.files}.
   *
   * @return what is wrong; empty if the pack is usable
   */
  Optional<String> problem() {
    try {
      return problem(PackFile.parse(Files.readAllLines(path.resolve(PackFile.LIST))));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of("'%s' cannot be read".formatted(path.resolve(PackFile.LIST)));
    }
  }

  /**
   * Verifies every file against another list.
   *
   * @return what is wrong; empty if the pack is usable
   */
  Optional<String> problem(List<PackFile> files) {
    try {
      Optional<String> mismatch = mismatch(files);
      return mismatch.isPresent() ? mismatch : missing(files, description());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of("'%s' cannot be read: %s".formatted(path, e.getMessage()));
    }
  }

  private Optional<String> mismatch(List<PackFile> files) throws IOException {
    for (PackFile file : files) {
      Optional<String> mismatch = file.mismatch(path.resolve(file.name()));
      if (mismatch.isPresent()) {
        return mismatch;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> missing(List<PackFile> files, PackDescription description) {
    List<String> listed = files.stream().map(PackFile::name).toList();
    List<String> needed = new ArrayList<>(List.of(PackDescription.FILE));
    description.tasks().forEach(task -> needed.addAll(task.files()));
    needed.removeAll(listed);
    return needed.isEmpty()
        ? Optional.empty()
        : Optional.of("'%s' does not list %s".formatted(PackFile.LIST, String.join(", ", needed)));
  }

  /** {@return the pack, not verified} */
  ModelPack pack() throws IOException {
    return new ModelPack(description(), path);
  }

  /**
   * Reads the files of each network back.
   *
   * @throws IOException if one is missing, empty or damaged, or has an infinite parameter
   */
  void requireSoundNetworks() throws IOException {
    for (String network : description().networks()) {
      Path file = path.resolve(network + "-0000.params");
      Map<String, ParamTensor> parameters = MxnetParams.read(file);
      if (parameters.isEmpty() || !parameters.values().stream().allMatch(ParamTensor::isFinite)) {
        throw new IOException(
            "'%s' has no parameters, or some that are not finite".formatted(file));
      }
      if (Files.size(path.resolve(network + "-symbol.json")) == 0) {
        throw new IOException("'%s' has no graph for '%s'".formatted(path, network));
      }
    }
  }

  /** Writes {@code pack.files}, a list of all files in the folder. */
  void writeList() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.sorted().toList()) {
        lines.add(PackFile.of(file).line());
      }
    }
    Files.write(path.resolve(PackFile.LIST), lines);
  }

  /** {@return total size of its files, listed or not} */
  long bytes() {
    File[] files = path.toFile().listFiles();
    return files == null ? 0 : Arrays.stream(files).mapToLong(File::length).sum();
  }

  private PackDescription description() throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path.resolve(PackDescription.FILE))) {
      properties.load(reader);
    }
    return PackDescription.of(properties);
  }
}
