package org.rollcall.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The commands about who may log in. */
@Command(
    name = "users",
    header = "Lists and changes who may log in to the page.",
    description =
        "Admins may do everything, teachers see and correct their classes, viewers see them. The"
            + " first admin has to be made here.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  rollcall users add --admin head",
      "  rollcall users add --class 7A --class 7B ms.birch",
      "  rollcall users list"
    })
final class UsersCommand implements Runnable {
  @ParentCommand private RootCommand root;
  @Spec private CommandSpec spec;

  RootCommand root() {
    return root;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: 'list', 'add', 'password' or 'remove'.");
  }
}
