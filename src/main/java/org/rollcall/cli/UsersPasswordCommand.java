package org.rollcall.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Gives somebody a new password. */
@Command(
    name = "password",
    header = "Gives somebody a new password.",
    description =
        "Makes a new password and shows it. Whoever is logged in with the old one no longer is.")
final class UsersPasswordCommand implements Callable<Integer> {
  private final Console console;

  @ParentCommand private UsersCommand users;

  @Parameters(paramLabel = "NAME", description = "Name to log in with.")
  private String name;

  UsersPasswordCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String password = users.work(accounts -> accounts.resetPassword(name));
    console.out().printf("The new password of %s is  %s%n", name, password);
    return ExitCode.DONE;
  }
}
