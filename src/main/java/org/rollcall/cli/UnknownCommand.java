package org.rollcall.cli;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.rollcall.cli.console.TextTable;
import org.rollcall.enrol.UnknownList;
import org.rollcall.model.UnknownPerson;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists and forgets the unknown persons of all classes. */
@Command(
    name = "unknown",
    header = "Lists and forgets unknown persons.",
    description =
        "Anyone who appears in the lessons of a class without being one of its students is"
            + " recognised the next time, as U1, U2 and so on, until enrolled, forgotten, or not"
            + " seen for as long as unknown.keepDays says.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Examples:", "  rollcall unknown list", "  rollcall unknown forget 7A U3"})
final class UnknownCommand implements Runnable {
  private final Shell shell;

  @ParentCommand private RootCommand root;

  UnknownCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    throw root.wrongUsage("Say what to do: 'list' or 'forget'.");
  }

  @Command(
      name = "list",
      header = "Lists the unknown persons.",
      description =
          "Shows who has appeared in the lessons of a class without being one of its students: in"
              + " how many lessons, since when, and where the best picture is. It can be used while"
              + " other commands run.")
  int list() {
    Home home = root.home();
    Settings settings = SettingsFile.read(home);
    List<UnknownList.Entry> entries = UnknownList.read(home, settings);
    if (entries.isEmpty()) {
      shell.out().println("There are no unknown persons.");
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
    table.lines().forEach(shell.out()::println);
    return ExitCode.DONE;
  }

  @Command(
      name = "forget",
      header = "Forgets unknown persons.",
      description =
          "Deletes the templates by which unknown persons of a class are recognised. Their pictures"
              + " in sheets and in output/ stay; anyone who appears again gets a new number.",
      footer = {
        "",
        "Examples:",
        "  rollcall unknown forget 7A U3 U5",
        "  rollcall unknown forget 7A --all"
      })
  int forget(
      @Parameters(index = "0", paramLabel = "CLASS", description = "Name of the class.")
          String className,
      @Parameters(
              index = "1..*",
              arity = "0..*",
              paramLabel = "PERSON",
              description = "Unknown persons, such as U3.")
          List<String> ids,
      @Option(names = "--all", description = "All unknown persons of the class.") boolean all) {
    Home home = root.home();
    if (all == (ids != null)) {
      throw root.wrongUsage("Name either the unknown persons, such as U3, or --all.");
    }
    Settings settings = SettingsFile.read(home);
    List<UnknownPerson> kept =
        UnknownList.read(home, settings).stream()
            .filter(entry -> entry.className().equals(className))
            .map(UnknownList.Entry::person)
            .toList();
    if (kept.isEmpty()) {
      throw root.wrongUsage("Class '%s' has no unknown persons.".formatted(className));
    }
    List<UnknownPerson> forgotten =
        all ? kept : ids.stream().map(id -> find(id, className, kept)).toList();
    UnknownList.forget(home, settings, className, forgotten);
    shell.out().printf("Forgotten: %s.%n", ids(forgotten));
    return ExitCode.DONE;
  }

  private UnknownPerson find(String id, String className, List<UnknownPerson> kept) {
    return kept.stream()
        .filter(person -> person.id().equalsIgnoreCase(id))
        .findFirst()
        .orElseThrow(
            () ->
                root.wrongUsage(
                    "There is no unknown person '%s' in class '%s'. Known: %s."
                        .formatted(id, className, ids(kept))));
  }

  private static String ids(List<UnknownPerson> persons) {
    return persons.stream().map(UnknownPerson::id).collect(joining(", "));
  }
}
