package org.rollcall.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The commands about unknown persons. */
@Command(
    name = "unknown",
    header = "Lists and forgets unknown persons.",
    description =
        "Who is nobody in a class and comes up in its lessons is recognised again, as U1, U2 and so"
            + " on, until enrolled, forgotten, or not seen for the time that unknown.keepDays"
            + " sets.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Examples:", "  rollcall unknown list", "  rollcall unknown forget 7A U3"})
final class UnknownCommand implements Runnable {
  @ParentCommand private RootCommand root;
  @Spec private CommandSpec spec;

  RootCommand root() {
    return root;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: 'list' or 'forget'.");
  }
}
