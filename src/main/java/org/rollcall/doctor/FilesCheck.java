package org.rollcall.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.rollcall.model.RollcallException;
import org.rollcall.school.FolderNames;
import org.rollcall.school.Holidays;
import org.rollcall.school.Home;
import org.rollcall.school.RosterFile;
import org.rollcall.school.Timetable;
import org.rollcall.school.text.DecodedText;

/** Checks that the files that the school maintains can be read. */
final class FilesCheck implements Check {
  private final Home home;

  FilesCheck(Home home) {
    this.home = home;
  }

  @Override
  public List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        read(
            "timetable",
            () -> "%d lessons a week".formatted(Timetable.read(home).entries().size())));
    findings.add(read("holidays", () -> "%d days".formatted(Holidays.read(home).days().size())));
    List<String> classes = home.classNames();
    if (classes.isEmpty()) {
      findings.add(
          Finding.note(
              "classes", "none", "Create config/classes/<class>/roster.csv for each class."));
    }
    classes.forEach(name -> findings.add(roster(name)));
    FolderNames.faults(home)
        .forEach(
            (folder, fault) ->
                findings.add(
                    Finding.bad(folder, fault.toString(), "Nothing in this folder is processed.")));
    return findings;
  }

  private Finding roster(String className) {
    return read(
        "class " + className,
        () -> {
          RosterFile.RosterReading reading = RosterFile.inspect(home, className);
          return "%d students%s%s"
              .formatted(
                  reading.roster().students().size(),
                  reading.encoding().equals(DecodedText.USUAL)
                      ? ""
                      : "; read as " + reading.encoding() + ", save it as UTF-8 to be sure",
                  reading.ignored().isEmpty()
                      ? ""
                      : "; not used: " + String.join(", ", reading.ignored()));
        });
  }

  private static Finding read(String thing, Supplier<String> content) {
    try {
      return Finding.ok(thing, content.get());
    } catch (RollcallException e) {
      return Finding.bad(thing, e.getMessage(), "Correct the file.");
    }
  }
}
