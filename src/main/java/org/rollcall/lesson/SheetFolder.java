package org.rollcall.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.basics.FileName;
import org.rollcall.model.TemporaryFailure;

/**
 * The sheets in the folder of a class with the values beside them, and copies that people and their
 * programs have put there, such as {@code … (1).xlsx}, {@code Copy of ….xlsx} and {@code ….ods}.
 *
 * @param modified when each file was last modified, to the millisecond as the store keeps it, by
 *     its name
 */
record SheetFolder(Map<String, Instant> modified) {
  private static final String VALUES = "csv";
  private static final Set<String> FORMATS = Set.of("xlsx", "xlsm", "xls", "ods", VALUES);

  /**
   * Lists a folder.
   *
   * @param folder the folder, which need not exist
   * @throws TemporaryFailure if it cannot be read
   */
  static SheetFolder list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return new SheetFolder(
          files
              .filter(SheetFolder::isSheet)
              .collect(
                  Collectors.toMap(
                      file -> file.getFileName().toString(),
                      SheetFolder::modified,
                      (one, same) -> one,
                      TreeMap::new)));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return new SheetFolder(Map.of());
    } catch (IOException | UncheckedIOException e) {
      throw new TemporaryFailure(
          "Cannot check %s for corrections: %s. Check that its drive is connected."
              .formatted(folder, e),
          e);
    }
  }

  /** Files with these first signs belong to programs in which a sheet is open. */
  private static boolean isSheet(Path file) {
    String name = file.getFileName().toString();
    return FORMATS.contains(FileName.extension(name))
        && !name.startsWith("~")
        && !name.startsWith(".");
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
    } catch (NoSuchFileException e) {
      // Deleted or replaced at this moment: the next look will tell.
      return Instant.EPOCH;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return when a sheet was last modified; empty if it does not exist} */
  Optional<Instant> modified(String name) {
    return Optional.ofNullable(modified.get(name));
  }

  /** {@return the name of the file with the values beside a sheet} */
  static String valuesBeside(String sheet) {
    return FileName.stem(sheet) + "." + VALUES;
  }

  /** {@return whether a copy of a sheet has only values, which nobody reads} */
  static boolean isValues(String copy) {
    return FileName.extension(copy).equals(VALUES);
  }

  /** {@return the folder without some sheets and the values beside them} */
  SheetFolder without(Set<String> sheets) {
    Map<String, Instant> others = new TreeMap<>(modified);
    others.keySet().removeAll(sheets);
    sheets.forEach(sheet -> others.remove(valuesBeside(sheet)));
    return new SheetFolder(others);
  }

  /** {@return the copies of a sheet with the times at which they were modified} */
  Map<String, Instant> copiesOf(String sheet) {
    String stem = normal(FileName.stem(sheet));
    Map<String, Instant> copies = new TreeMap<>(without(Set.of(sheet)).modified);
    copies.keySet().removeIf(name -> !normal(name).contains(stem));
    return copies;
  }

  private static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }
}
