package org.rollcall.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rollcall.access.Users;
import org.rollcall.store.Account;
import org.rollcall.store.Account.Role;
import org.rollcall.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Lists who may log in. */
@Command(
    name = "list",
    header = "Lists who may log in to the page.",
    description = "Shows each account with its role, its classes and where mails to it go.")
final class UsersListCommand implements Callable<Integer> {
  private final Console console;

  @ParentCommand private UsersCommand users;

  UsersListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Account> accounts = users.isAnybodyThere() ? users.work(Users::all) : List.of();
    Map<String, String> addresses = accounts.isEmpty() ? Map.of() : addresses(accounts);
    if (accounts.isEmpty()) {
      console.out().println("Nobody may log in. Make an admin with 'users add --admin NAME'.");
      return ExitCode.DONE;
    }
    TextTable table = new TextTable("NAME", "ROLE", "CLASSES", "MAILS TO");
    for (Account account : accounts) {
      table.add(
          account.name(),
          Wording.role(account.role()),
          classes(account),
          addresses.getOrDefault(account.name(), "-"));
    }
    table.lines().forEach(console.out()::println);
    return ExitCode.DONE;
  }

  private static String classes(Account account) {
    return account.role() == Role.ADMIN ? "all" : String.join(", ", account.sortedClasses());
  }

  private Map<String, String> addresses(List<Account> accounts) {
    Map<String, String> addresses = new HashMap<>();
    try (Store store = users.openStore()) {
      for (Account account : accounts) {
        store
            .mailWishes()
            .find(account.name())
            .ifPresent(wish -> addresses.put(account.name(), wish.address()));
      }
    }
    return addresses;
  }
}
