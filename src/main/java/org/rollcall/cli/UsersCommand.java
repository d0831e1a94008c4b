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

  Home home() {
    return root.home();
  }

  /** {@return the open store of the home; the caller closes it} */
  Store openStore() {
    return HomeStore.open(home(), SettingsFile.read(home()));
  }

  /** {@return what to throw if there is no such account} */
  ParameterException nobody(String name) {
    return new ParameterException(
        spec.commandLine(), "There is no user '%s'. 'users list' shows all.".formatted(name));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: 'list', 'add', 'password', 'mail' or 'remove'.");
  }
}
