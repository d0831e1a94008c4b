package org.rollcall.face.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rollcall.basics.Sha256;

/**
 * The expected size and hash of a file of a pack.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param bytes size of the file
 * @param path relative to the pack's folder or address, with {@code /}
 */
record PackFile(String sha256, long bytes, String path) {
  /** Name of the file that lists the other files of an installed pack. */
  static final String LIST = "pack.files";

  PackFile {
    if (!sha256.matches("[0-9a-f]{64}") || bytes < 0 || path.isBlank() || path.contains("..")) {
      throw new IllegalArgumentException(
          "Expected a line 'sha256 bytes path', got '%s %d %s'".formatted(sha256, bytes, path));
    }
  }

  /** {@return the size and hash of a file that is known to be correct} */
  static PackFile of(Path file) throws IOException {
    return new PackFile(Sha256.of(file), Files.size(file), file.getFileName().toString());
  }

  /** Reads lines of the form {@code sha256 bytes path}. */
  static List<PackFile> parse(List<String> lines) {
    return lines.stream().filter(line -> !line.isBlank()).map(PackFile::parse).toList();
  }

  private static PackFile parse(String line) {
    String[] words = line.strip().split("\\s+", 3);
    if (words.length != 3 || !words[1].matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException(
          "Expected a line 'sha256 bytes path', got '%s'".formatted(line));
    }
    return new PackFile(words[0], Long.parseLong(words[1]), words[2]);
  }

  /** {@return the line that {@link #parse(List)} reads} */
  String line() {
    return sha256 + " " + bytes + " " + path;
  }

  /** {@return the file name, the last part of the path} */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * Verifies a file.
   *
   * @return the file and what is wrong with it; empty if nothing is
   */
  Optional<String> mismatch(Path file) throws IOException {
    return difference(file).map(difference -> "'%s' %s".formatted(file, difference));
  }

  /**
   * {@return what is wrong with a file, as a predicate without its subject; empty if nothing is}
   */
  Optional<String> difference(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.of("is missing");
    }
    long foundBytes = Files.size(file);
    if (foundBytes != bytes) {
      return Optional.of("has %d bytes, expected %d".formatted(foundBytes, bytes));
    }
    String found = Sha256.of(file);
    return found.equals(sha256)
        ? Optional.empty()
        : Optional.of("has SHA-256 %s, expected %s".formatted(found, sha256));
  }
}
