package org.rollcall.school;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rollcall.basics.ForeignFiles;
import org.rollcall.basics.LookAlike;
import org.rollcall.model.ClassNames;
import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;

/**
 * Finds folders that somebody may have meant for a class, but whose names a class cannot have:
 * those in {@code config/classes}, and those in {@code footage} that are not named after a room.
 */
public final class FolderNames {
  private FolderNames() {}

  /**
   * Finds them in an installation.
   *
   * @param home the home folder of the installation
   * @return what is wrong with each name, as a sentence, by path relative to the home folder
   */
  public static Map<String, Message> faults(Home home) {
    Map<String, Message> faults = new TreeMap<>();
    add(faults, home, home.classesFolder(), Set.of());
    add(faults, home, home.footage(), rooms(home));
    return Collections.unmodifiableMap(faults);
  }

  private static void add(Map<String, Message> faults, Home home, Path parent, Set<String> rooms) {
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (Stream<Path> folders = Files.list(parent)) {
      folders
          .filter(Files::isDirectory)
          .filter(folder -> !rooms.contains(LookAlike.key(name(folder))))
          .forEach(
              folder -> fault(folder).ifPresent(fault -> faults.put(home.relative(folder), fault)));
    } catch (IOException e) {
      throw new InvalidConfiguration(TextFile.cannotRead(home.relative(parent), e), e);
    }
  }

  private static Optional<Message> fault(Path folder) {
    return Optional.of(name(folder))
        .filter(name -> !ForeignFiles.isForeign(name))
        .flatMap(ClassNames::fault);
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }

  /** A timetable that cannot be read is reported elsewhere. */
  private static Set<String> rooms(Home home) {
    try {
      return Timetable.read(home).rooms().stream().map(LookAlike::key).collect(toSet());
    } catch (RollcallException e) {
      return Set.of();
    }
  }
}
