package org.rollcall.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rollcall.access.Author;
import org.rollcall.access.BadUser;
import org.rollcall.access.Users;
import org.rollcall.cli.console.TextTable;
import org.rollcall.cli.console.Wording;
import org.rollcall.home.HomeStore;
import org.rollcall.school.Home;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.store.mail.MailPreferences.Subscription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists and changes the user accounts. */
@Command(
    name = "users",
    header = "Lists and manages accounts.",
    description =
        "Admins may do everything; teachers may see and correct their classes; viewers may only see"
            + " theirs. Create the first admin here.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  rollcall users add --admin head",
      "  rollcall users add --class 7A --class 7B ms.birch",
      "  rollcall users list"
    })
final class UsersCommand implements Runnable {
  private static final String NAME = "NAME";
  private static final String LOGIN_NAME = "User name; upper and lower case make no difference.";

  private final Shell shell;

  @ParentCommand private RootCommand root;

  UsersCommand(Shell shell) {
    this.shell = shell;
  }

  /** What an account may do and see. */
  static final class Rights {
    @Option(names = "--admin", description = "Make an admin, who may do everything.")
    private boolean admin;

    @Option(
        names = "--viewer",
        description = "Make a viewer, who may see the classes but change nothing.")
    private boolean viewer;

    @Option(
        names = "--class",
        paramLabel = "CLASS",
        description = "A class that the teacher or viewer may see; repeat it for several.")
    private List<String> classes = List.of();

    boolean contradictory() {
      return admin && (viewer || !classes.isEmpty());
    }

    Role role() {
      if (admin) {
        return Role.ADMIN;
      }
      return viewer ? Role.VIEWER : Role.TEACHER;
    }
  }

  @Override
  public void run() {
    throw root.wrongUsage("Say what to do: 'list', 'add', 'password', 'mail' or 'remove'.");
  }

  @Command(
      name = "list",
      header = "Lists the accounts.",
      description =
          "Shows each account with its role, its classes and the address its mails go to.")
  int list() {
    List<Account> accounts = isAnybodyThere() ? work(Users::all) : List.of();
    if (accounts.isEmpty()) {
      shell.out().println("There are no accounts. Create an admin with 'users add --admin NAME'.");
      return ExitCode.DONE;
    }
    Map<String, String> addresses = addresses(accounts);
    TextTable table = new TextTable(NAME, "ROLE", "CLASSES", "MAILS TO");
    for (Account account : accounts) {
      table.add(
          account.name(),
          Wording.role(account.role()),
          account.role() == Role.ADMIN ? "all" : String.join(", ", account.sortedClasses()),
          addresses.getOrDefault(account.name(), "-"));
    }
    table.lines().forEach(shell.out()::println);
    return ExitCode.DONE;
  }

  @Command(
      name = "add",
      header = "Creates an account.",
      description =
          "Creates an account and shows its password. The password is shown only once, and must be"
              + " changed at the first login.",
      footer = {
        "",
        "Examples:",
        "  rollcall users add --admin head",
        "  rollcall users add --class 7A --class 7B ms.birch",
        "  rollcall users add --viewer --class 7A mr.alder",
        "  rollcall users add --class 8C --email oak@school.example --sheets all mr.oak"
      })
  int add(
      @Parameters(paramLabel = NAME, description = LOGIN_NAME) String name,
      @Mixin Rights rights,
      @Mixin MailPreferenceOptions mails) {
    if (rights.contradictory()) {
      throw root.wrongUsage(
          "Admins may see all classes: give --admin without --class or --viewer.");
    }
    Optional<Subscription> subscription =
        mails.given() ? Optional.of(subscription(name, rights, mails)) : Optional.empty();
    List<String> known = home().classNames();
    String password = work(accounts -> accounts.add(name, rights.role(), rights.classes, known));
    subscription.ifPresent(wanted -> save(name, wanted));
    shell
        .out()
        .printf(
            "%s may log in as %s with the password  %s%n",
            Wording.capital(Wording.role(rights.role())), Account.key(name), password);
    return ExitCode.DONE;
  }

  @Command(
      name = "password",
      header = "Gives a user a new password.",
      description = "Creates a new password, shows it, and logs the user out everywhere.")
  int password(@Parameters(paramLabel = NAME, description = LOGIN_NAME) String name) {
    String password = work(accounts -> accounts.resetPassword(name));
    shell.out().printf("The new password of %s is  %s%n", name, password);
    return ExitCode.DONE;
  }

  @Command(
      name = "mail",
      header = "Shows or changes which mails a user gets.",
      description = {
        "Without options, shows which mails the user gets, and where. Nobody gets mails unless it"
            + " is set here: not even teachers about their own classes.",
        "For an admin, 'all' means every class."
      },
      footer = {
        "",
        "Examples:",
        "  rollcall users mail ms.birch --email birch@school.example --sheets all",
        "  rollcall users mail ms.birch --weekly 7A,7B --warnings 7A",
        "  rollcall users mail ms.birch --off"
      })
  int mail(
      @Parameters(paramLabel = NAME, description = LOGIN_NAME) String name,
      @Mixin MailPreferenceOptions options,
      @Option(names = "--off", description = "Delete the address, and send no more mails.")
          boolean off) {
    try (Store store = openStore()) {
      Account account =
          store
              .accounts()
              .find(name)
              .orElseThrow(
                  () ->
                      root.wrongUsage("There is no user '%s'. See 'users list'.".formatted(name)));
      if (off) {
        store.mailPreferences().remove(account.name());
      } else if (options.given()) {
        Subscription subscription =
            store
                .mailPreferences()
                .find(account.name())
                .map(before -> options.subscription(account, home().classNames(), before))
                .orElseGet(() -> options.subscription(account, home().classNames()));
        store.mailPreferences().save(account.name(), subscription);
      }
      String mails =
          store
              .mailPreferences()
              .find(account.name())
              .map(subscription -> text(account, subscription))
              .orElse("%s does not get any mails.".formatted(account.name()));
      shell.out().println(mails);
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "remove",
      header = "Deletes an account.",
      description = "Deletes an account and logs the user out. The user's corrections are kept.")
  int remove(@Parameters(paramLabel = NAME, description = LOGIN_NAME) String name) {
    work(
        accounts -> {
          accounts.remove(name);
          return name;
        });
    shell.out().printf("%s can no longer log in.%n", name);
    return ExitCode.DONE;
  }

  private Home home() {
    return root.home();
  }

  /** Checks for a database, because merely listing users must not create one. */
  private boolean isAnybodyThere() {
    return HomeStore.exists(home(), SettingsFile.read(home()));
  }

  private Store openStore() {
    return HomeStore.open(home(), SettingsFile.read(home()));
  }

  private <T> T work(Function<Users, T> work) {
    try (Store store = openStore()) {
      return work.apply(new Users(store, Author.ofCommands()));
    } catch (BadUser e) {
      throw root.wrongUsage(e.getMessage());
    }
  }

  private Map<String, String> addresses(List<Account> accounts) {
    Map<String, String> addresses = new HashMap<>();
    try (Store store = openStore()) {
      for (Account account : accounts) {
        store
            .mailPreferences()
            .find(account.name())
            .ifPresent(subscription -> addresses.put(account.name(), subscription.address()));
      }
    }
    return addresses;
  }

  private Subscription subscription(String name, Rights rights, MailPreferenceOptions mails) {
    try {
      Account account = new Account(name, rights.role(), Set.copyOf(rights.classes), true);
      return mails.subscription(account, home().classNames());
    } catch (IllegalArgumentException e) {
      throw root.wrongUsage(e.getMessage() + ".");
    }
  }

  private void save(String name, Subscription subscription) {
    try (Store store = openStore()) {
      store.mailPreferences().save(name, subscription);
    }
  }

  private static String text(Account account, Subscription subscription) {
    return "Mails to %s go to %s (%s)."
        .formatted(
            account.name(), subscription.address(), MailPreferenceOptions.text(subscription));
  }
}
