package org.rollcall.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.config.AlarmSettings;
import org.rollcall.config.Home;

/**
 * Whether the folders are there, and can be written as Rollcall writes: aside, then in one step.
 */
final class FoldersCheck implements Check {
  private static final double GIGABYTE = 1e9;

  private final Home home;
  private final AlarmSettings limits;

  FoldersCheck(Home home, AlarmSettings limits) {
    this.home = home;
    this.limits = limits;
  }

  @Override
  public List<Finding> look() {
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
          "footage/", "is not there", "Make the folder, or mount the share that it should be.");
    }
    if (!Files.isReadable(folder)) {
      return Finding.bad("footage/", "cannot be read", "Let the user of Rollcall read it.");
    }
    return Finding.ok("footage/", "can be read, " + free(folder).orElse("free space unknown"));
  }

  private List<Finding> written(String name) {
    Path folder = home.resolve(Path.of(name));
    String thing = name + "/";
    if (Files.notExists(folder)) {
      return Files.isWritable(home.root())
          ? List.of(Finding.ok(thing, "is not there yet; it is made when needed"))
          : List.of(
              Finding.bad(
                  thing, "is not there and cannot be made", "Make it for the user of Rollcall."));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(tried(folder, thing));
    space(folder, thing).ifPresent(findings::add);
    return findings;
  }

  /** Does what the writing of a sheet does. */
  private static Finding tried(Path folder, String thing) {
    String name = ".rollcall-check-" + ProcessHandle.current().pid();
    Path aside = folder.resolve(name + ".new");
    Path target = folder.resolve(name);
    try {
      Files.writeString(target, "before");
      Files.writeString(aside, "after");
      Files.move(
          aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return Finding.ok(thing, "files can be written and replaced in one step");
    } catch (IOException e) {
      return Finding.bad(
          thing,
          "files cannot be written and replaced in one step: " + e,
          "Let the user of Rollcall write there, on a drive that can rename files.");
    } finally {
      aside.toFile().delete();
      target.toFile().delete();
    }
  }

  private Optional<Finding> space(Path folder, String thing) {
    Optional<String> free = free(folder);
    if (free.isEmpty()) {
      return Optional.of(Finding.note(thing, "free space unknown", ""));
    }
    boolean little = folder.toFile().getUsableSpace() < limits.freeSpace() * GIGABYTE;
    return Optional.of(
        little
            ? Finding.bad(
                thing,
                "%s, less than the %d GB of alarm.freeSpace"
                    .formatted(free.get(), limits.freeSpace()),
                "Make room on that drive.")
            : Finding.ok(thing, free.get()));
  }

  private static Optional<String> free(Path folder) {
    try {
      double gigabytes = Files.getFileStore(folder).getUsableSpace() / GIGABYTE;
      return Optional.of(String.format(Locale.ROOT, "%.1f GB free", gigabytes));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
