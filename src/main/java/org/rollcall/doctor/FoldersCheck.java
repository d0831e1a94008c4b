package org.rollcall.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.basics.AtomicFile;
import org.rollcall.basics.FreeSpace;
import org.rollcall.school.Home;
import org.rollcall.settings.AlarmSettings;

/**
 * Checks that the folders exist and that files in them can be replaced atomically, as Rollcall
 * does.
 */
final class FoldersCheck implements Check {
  private static final double GIGABYTE = 1e9;
  private static final String UNKNOWN = "free space unknown";

  private final Home home;
  private final AlarmSettings limits;

  FoldersCheck(Home home, AlarmSettings limits) {
    this.home = home;
    this.limits = limits;
  }

  @Override
  public List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    findings.add(footage());
    for (String name : List.of("attendance", "output")) {
      findings.addAll(written(name));
    }
    return findings;
  }

  private Finding footage() {
    Path folder = home.footage();
    if (!Files.isDirectory(folder)) {
      return Finding.bad(
          "footage/",
          "does not exist",
          "Create the folder, or mount the share that belongs there.");
    }
    if (!Files.isReadable(folder)) {
      return Finding.bad("footage/", "cannot be read", "Let the user that runs Rollcall read it.");
    }
    return Finding.ok(
        "footage/",
        "can be read, " + FreeSpace.at(folder).map(FoldersCheck::words).orElse(UNKNOWN));
  }

  private List<Finding> written(String name) {
    Path folder = home.resolve(Path.of(name));
    String thing = name + "/";
    if (Files.notExists(folder)) {
      return Files.isWritable(home.root())
          ? List.of(Finding.ok(thing, "does not exist yet; it is created when needed"))
          : List.of(
              Finding.bad(
                  thing,
                  "does not exist and cannot be created",
                  "Create it for the user that runs Rollcall."));
    }
    return List.of(tried(folder, thing), space(folder, thing));
  }

  /** Writes and replaces a file, as happens to a sheet. */
  private static Finding tried(Path folder, String thing) {
    Path target = folder.resolve(".rollcall-check-" + ProcessHandle.current().pid());
    try {
      AtomicFile.write(target, "before");
      AtomicFile.write(target, "after");
      return Finding.ok(thing, "files can be written and replaced in one step");
    } catch (IOException e) {
      return Finding.bad(
          thing,
          "files cannot be written and replaced in one step: " + e,
          "Let the user that runs Rollcall write there, on a disk that can replace files in one"
              + " step.");
    } finally {
      target.toFile().delete();
    }
  }

  private Finding space(Path folder, String thing) {
    Optional<Long> free = FreeSpace.at(folder);
    if (free.isEmpty()) {
      return Finding.note(thing, UNKNOWN, "");
    }
    return free.get() < limits.freeSpace() * GIGABYTE
        ? Finding.bad(
            thing,
            "%s, less than the %d GB of alarm.freeSpace"
                .formatted(words(free.get()), limits.freeSpace()),
            "Free some space on that disk.")
        : Finding.ok(thing, words(free.get()));
  }

  private static String words(long free) {
    return String.format(Locale.ROOT, "%.1f GB free", free / GIGABYTE);
  }
}
