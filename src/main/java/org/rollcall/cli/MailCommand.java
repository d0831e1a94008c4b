package org.rollcall.cli;

import org.rollcall.config.Home;
import org.rollcall.config.SettingsFile;
import org.rollcall.lesson.HomeStore;
import org.rollcall.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The commands about mails. */
@Command(
    name = "mail",
    header = "Tests, lists and sends mails.",
    description =
        "Mails need a mail server in the settings, and somebody who wants them: see 'users mail'."
            + " 'serve' sends them by itself, and 'run' at its end.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  rollcall mail test birch@school.example",
      "  rollcall mail list",
      "  rollcall mail retry"
    })
final class MailCommand implements Runnable {
  @ParentCommand private RootCommand root;
  @Spec private CommandSpec spec;

  Home home() {
    return root.home();
  }

  /** {@return the open store of the home; the caller closes it} */
  Store openStore() {
    return HomeStore.open(home(), SettingsFile.read(home()));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: 'test', 'list' or 'retry'.");
  }
}
