package org.rollcall.cli;

import java.util.concurrent.Callable;
import org.rollcall.config.Home;
import org.rollcall.config.SettingsFile;
import org.rollcall.lesson.HomeStore;
import org.rollcall.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lets somebody in no longer. */
@Command(
    name = "remove",
    header = "Lets somebody log in no longer.",
    description = "Deletes an account, and logs it out. What it has corrected stays.")
final class UsersRemoveCommand implements Callable<Integer> {
  private final Console console;

  @ParentCommand private UsersCommand users;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "Name to log in with.")
  private String name;

  UsersRemoveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Home home = users.root().home();
    try (Store store = HomeStore.open(home, SettingsFile.read(home))) {
      if (!store.accounts().remove(name)) {
        throw new ParameterException(
            spec.commandLine(), "There is no user '%s'. 'users list' shows all.".formatted(name));
      }
    }
    console.out().printf("%s may log in no longer.%n", name);
    return ExitCode.DONE;
  }
}
