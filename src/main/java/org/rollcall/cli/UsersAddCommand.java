package org.rollcall.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.rollcall.access.Passwords;
import org.rollcall.config.Home;
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
    Account account = account(users.home());
    Optional<Wish> wish =
        mails.given() ? Optional.of(mails.wish(account, Optional.empty())) : Optional.empty();
    Passwords passwords = new Passwords();
    String password = passwords.generate();
    try (Store store = users.openStore()) {
      if (!store.accounts().add(account, passwords.hash(password))) {
        throw wrong(
            "There is a user '%s' already. Give another name, or a new password with 'users password'."
                .formatted(account.name()));
      }
      wish.ifPresent(mail -> store.mailWishes().save(account.name(), mail));
    }
    console
        .out()
        .printf(
            "%s may log in as %s with the password  %s%n",
            Wording.capital(Wording.role(account.role())), account.name(), password);
    return ExitCode.DONE;
  }

  private Account account(Home home) {
    if (admin && (viewer || !classes.isEmpty())) {
      throw wrong("An admin may see all classes: give --admin alone.");
    }
    if (!admin && classes.isEmpty()) {
      throw wrong("Say which classes '%s' may see with --class, or give --admin.".formatted(name));
    }
    for (String className : classes) {
      if (!home.classNames().contains(className)) {
        throw wrong(
            "There is no class '%s'. Known: %s."
                .formatted(className, String.join(", ", home.classNames())));
      }
    }
    try {
      return new Account(name, role(), Set.copyOf(classes), true);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage() + ".");
    }
  }

  private Role role() {
    if (admin) {
      return Role.ADMIN;
    }
    return viewer ? Role.VIEWER : Role.TEACHER;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
