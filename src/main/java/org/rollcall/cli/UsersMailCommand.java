package org.rollcall.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.store.Account;
import org.rollcall.store.MailWishes.Wish;
import org.rollcall.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says which mails somebody gets. */
@Command(
    name = "mail",
    header = "Says which mails a user gets, and where.",
    description = {
      "Without options it shows that. Nobody gets mails who was not asked for here: neither"
          + " students nor parents, nor teachers by themselves.",
      "An admin's classes are all there are."
    },
    footer = {
      "",
      "Examples:",
      "  rollcall users mail ms.birch --email birch@school.example --sheets all",
      "  rollcall users mail ms.birch --weekly 7A,7B --warnings 7A",
      "  rollcall users mail ms.birch --off"
    })
final class UsersMailCommand implements Callable<Integer> {
  private final Console console;

  @ParentCommand private UsersCommand users;

  @Mixin private MailWishOptions options;

  @Parameters(paramLabel = "NAME", description = "Name to log in with.")
  private String name;

  @Option(names = "--off", description = "Forget the address: no mails any more.")
  private boolean off;

  UsersMailCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Store store = users.openStore()) {
      Account account = store.accounts().find(name).orElseThrow(() -> users.nobody(name));
      if (off) {
        store.mailWishes().remove(account.name());
      } else if (options.given()) {
        Wish wish = options.wish(account, store.mailWishes().find(account.name()));
        store.mailWishes().save(account.name(), wish);
      }
      print(account, store.mailWishes().find(account.name()));
    }
    return ExitCode.DONE;
  }

  private void print(Account account, Optional<Wish> wish) {
    console
        .out()
        .println(
            wish.map(
                    w ->
                        "Mails to %s go to %s (%s)."
                            .formatted(account.name(), w.address(), MailWishOptions.text(w)))
                .orElse("%s gets no mails.".formatted(account.name())));
  }
}
