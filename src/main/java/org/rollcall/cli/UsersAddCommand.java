package org.rollcall.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.rollcall.store.Account;
import org.rollcall.store.Account.Role;
import org.rollcall.store.MailWishes.Wish;
import org.rollcall.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lets somebody log in. */
@Command(
    name = "add",
    header = "Lets somebody log in to the page.",
    description =
        "Makes an account and shows its password, which nobody can look up afterwards and which has"
            + " to be changed after the first login.",
    footer = {
      "",
      "Examples:",
      "  rollcall users add --admin head",
      "  rollcall users add --class 7A --class 7B ms.birch",
      "  rollcall users add --viewer --class 7A mr.alder",
      "  rollcall users add --class 8C --email oak@school.example --sheets all mr.oak"
    })
final class UsersAddCommand implements Callable<Integer> {
  private final Console console;

  @ParentCommand private UsersCommand users;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "Name to log in with, in any letter case.")
  private String name;

  @Option(names = "--admin", description = "Somebody who may do everything.")
  private boolean admin;

  @Option(names = "--viewer", description = "Somebody who may see the classes but change nothing.")
  private boolean viewer;

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description = "A class of the teacher or viewer; can be given several times.")
  private List<String> classes = List.of();

  @Mixin private MailWishOptions mails;

  UsersAddCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (admin && (viewer || !classes.isEmpty())) {
      throw new ParameterException(
          spec.commandLine(), "An admin may see all classes: give --admin alone.");
    }
    Optional<Wish> wish = mails.given() ? Optional.of(wish()) : Optional.empty();
    List<String> known = users.home().classNames();
    String password = users.work(accounts -> accounts.add(name, role(), classes, known));
    wish.ifPresent(this::save);
    console
        .out()
        .printf(
            "%s may log in as %s with the password  %s%n",
            Wording.capital(Wording.role(role())), Account.key(name), password);
    return ExitCode.DONE;
  }

  private Wish wish() {
    try {
      return mails.wish(new Account(name, role(), Set.copyOf(classes), true), Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
    }
  }

  private void save(Wish wish) {
    try (Store store = users.openStore()) {
      store.mailWishes().save(name, wish);
    }
  }

  private Role role() {
    if (admin) {
      return Role.ADMIN;
    }
    return viewer ? Role.VIEWER : Role.TEACHER;
  }
}
