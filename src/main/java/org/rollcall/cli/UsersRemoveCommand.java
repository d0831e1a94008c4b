package org.rollcall.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lets somebody in no longer. */
@Command(
    name = "remove",
    header = "Lets somebody log in no longer.",
    description = "Deletes an account, and logs it out. What it has corrected stays.")
final class UsersRemoveCommand implements Callable<Integer> {
  private final Console console;

  @ParentCommand private UsersCommand users;

  @Parameters(paramLabel = "NAME", description = "Name to log in with.")
  private String name;

  UsersRemoveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    users.work(
        accounts -> {
          accounts.remove(name);
          return name;
        });
    console.out().printf("%s may log in no longer.%n", name);
    return ExitCode.DONE;
  }
}
