package org.rollcall.cli;

import java.util.function.Function;
import org.rollcall.access.Author;
import org.rollcall.access.BadUser;
import org.rollcall.access.Users;
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

  /** Looking shall not make a database. */
  boolean isAnybodyThere() {
    return HomeStore.exists(home(), SettingsFile.read(home()));
  }

  ParameterException nobody(String name) {
    return new ParameterException(
        spec.commandLine(), "There is no user '%s'. 'users list' shows all.".formatted(name));
  }

  Store openStore() {
    return HomeStore.open(home(), SettingsFile.read(home()));
  }

  /**
   * Does something with the accounts.
   *
   * @param work what to do
   * @return what it gives
   * @throws ParameterException if that cannot be
   */
  <T> T work(Function<Users, T> work) {
    try (Store store = openStore()) {
      return work.apply(new Users(store, Author.ofCommands()));
    } catch (BadUser e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: 'list', 'add', 'password', 'mail' or 'remove'.");
  }
}
