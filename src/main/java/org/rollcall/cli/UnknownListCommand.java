package org.rollcall.cli;

import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.config.SettingsFile;
import org.rollcall.lesson.UnknownList;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Lists the unknown persons. */
@Command(
    name = "list",
    header = "Lists the unknown persons.",
    description =
        "Shows who is nobody in a class and came up in its lessons: in how many, since when, and"
            + " where the best picture is. It can be used while other commands work.")
final class UnknownListCommand implements Callable<Integer> {
  private final Console console;

  @ParentCommand private UnknownCommand unknown;

  UnknownListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Home home = unknown.root().home();
    Settings settings = SettingsFile.read(home);
    List<UnknownList.Entry> entries = UnknownList.read(home, settings);
    if (entries.isEmpty()) {
      console.out().println("No unknown person is kept.");
      return ExitCode.DONE;
    }
    ZoneId zone = settings.school().clockZone();
    TextTable table =
        new TextTable("CLASS", "PERSON", "LESSONS", "SINCE", "LAST", "KEPT UNTIL", "PICTURE");
    for (UnknownList.Entry entry : entries) {
      table.add(
          entry.className(),
          entry.person().id(),
          String.valueOf(entry.person().lessons()),
          entry.person().since().toString(),
          entry.person().last().toString(),
          LocalDate.ofInstant(entry.until(), zone).toString(),
          Files.exists(entry.picture()) ? home.relative(entry.picture()) : "-");
    }
    table.lines().forEach(console.out()::println);
    return ExitCode.DONE;
  }
}
