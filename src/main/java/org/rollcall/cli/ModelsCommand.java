package org.rollcall.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The commands about model packs. */
@Command(
    name = "models",
    header = "Lists and installs model packs.",
    description =
        "Model packs find faces and tell them apart. One is built in; better ones can be"
            + " installed.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Examples:", "  rollcall models list", "  rollcall models install"})
final class ModelsCommand implements Runnable {
  @ParentCommand private RootCommand root;
  @Spec private CommandSpec spec;

  RootCommand root() {
    return root;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: 'list' or 'install'.");
  }
}
