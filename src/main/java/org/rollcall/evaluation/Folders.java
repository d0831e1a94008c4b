package org.rollcall.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rollcall.basics.FileName;
import org.rollcall.basics.ForeignFiles;
import org.rollcall.model.RollcallException;

/** Lists and names folders. */
final class Folders {
  private static final Set<String> PHOTOS = Set.of("jpg", "jpeg", "png");

  private Folders() {}

  /** {@return the wanted entries of a folder, sorted by name, without hidden ones} */
  static List<Path> list(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !ForeignFiles.isForeign(entry.getFileName().toString()))
          .filter(wanted)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new RollcallException(
          "Cannot read %s: %s. Check the folder and its permissions.".formatted(folder, e), e);
    }
  }

  static boolean isPhoto(Path file) {
    return PHOTOS.contains(FileName.extension(file.getFileName().toString()))
        && Files.isRegularFile(file);
  }

  /** {@return the last part of a path, even of one such as {@code .}} */
  static String name(Path folder) {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    return last == null ? folder.toString() : last.toString();
  }
}
