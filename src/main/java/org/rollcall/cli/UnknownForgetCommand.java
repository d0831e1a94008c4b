package org.rollcall.cli;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.config.SettingsFile;
import org.rollcall.lesson.UnknownList;
import org.rollcall.model.UnknownPerson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Forgets unknown persons. */
@Command(
    name = "forget",
    header = "Forgets unknown persons.",
    description =
        "Deletes what unknown persons of a class are recognised by. Their pictures in sheets and in"
            + " output/ stay; whoever comes up again gets another number.",
    footer = {
      "",
      "Examples:",
      "  rollcall unknown forget 7A U3 U5",
      "  rollcall unknown forget 7A --all"
    })
final class UnknownForgetCommand implements Callable<Integer> {
  private final Console console;

  @ParentCommand private UnknownCommand unknown;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "CLASS", description = "Name of the class.")
  private String className;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "PERSON",
      description = "Unknown persons, for instance U3.")
  private List<String> ids = List.of();

  @Option(names = "--all", description = "All unknown persons of the class.")
  private boolean all;

  UnknownForgetCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Home home = unknown.root().home();
    if (all != ids.isEmpty()) {
      throw wrong("Name either the unknown persons, such as U3, or --all.");
    }
    Settings settings = SettingsFile.read(home);
    List<UnknownPerson> kept =
        UnknownList.read(home, settings).stream()
            .filter(entry -> entry.className().equals(className))
            .map(UnknownList.Entry::person)
            .toList();
    if (kept.isEmpty()) {
      throw wrong("No unknown person of class '%s' is kept.".formatted(className));
    }
    List<UnknownPerson> forgotten = all ? kept : named(kept);
    UnknownList.forget(home, settings, className, forgotten);
    console.out().printf("Forgotten: %s.%n", ids(forgotten));
    return ExitCode.DONE;
  }

  private List<UnknownPerson> named(List<UnknownPerson> kept) {
    List<UnknownPerson> named = new ArrayList<>();
    for (String id : ids) {
      named.add(
          kept.stream()
              .filter(person -> person.id().equalsIgnoreCase(id))
              .findFirst()
              .orElseThrow(
                  () ->
                      wrong(
                          "There is no unknown person '%s' in class '%s'. Kept: %s."
                              .formatted(id, className, ids(kept)))));
    }
    return named;
  }

  private static String ids(List<UnknownPerson> persons) {
    return persons.stream().map(UnknownPerson::id).collect(joining(", "));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
