package org.rollcall.cli;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rollcall.settings.MailAddress;
import org.rollcall.store.account.Account;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.MailPreferences;
import org.rollcall.store.mail.MailPreferences.Subscription;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that set which mails a user gets, and at which address. */
final class MailPreferenceOptions {
  private static final String CLASSES = "CLASSES";
  private static final String ALL = "all";
  private static final String NONE = "none";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--email",
      paramLabel = "ADDRESS",
      description = "The address to which the user's mails go.")
  private Optional<String> address = Optional.empty();

  @Option(
      names = "--sheets",
      paramLabel = CLASSES,
      split = ",",
      description =
          "The classes whose sheets the user gets: 'all' (of the user's own), 'none', or some,"
              + " separated by commas.")
  private List<String> sheets = List.of();

  @Option(
      names = "--weekly",
      paramLabel = CLASSES,
      split = ",",
      description = "The same for the weekly summary.")
  private List<String> weekly = List.of();

  @Option(
      names = "--warnings",
      paramLabel = CLASSES,
      split = ",",
      description = "The same for warnings about students who are often absent.")
  private List<String> warnings = List.of();

  /** {@return whether any of the options is given} */
  boolean given() {
    return address.isPresent() || !(sheets.isEmpty() && weekly.isEmpty() && warnings.isEmpty());
  }

  /**
   * The mail preferences of a user who had none.
   *
   * @param known all classes of the school
   * @throws ParameterException if there is no valid address, or the user may not see a class
   */
  Subscription subscription(Account account, Collection<String> known) {
    String where =
        address.orElseThrow(
            () -> wrong("Say where mails to '%s' go, with --email.".formatted(account.name())));
    return subscription(account, known, new Subscription(where, Map.of()));
  }

  /**
   * The user's mail preferences from now on.
   *
   * @param known all classes of the school
   * @param before the preferences so far, which are kept where no option is given
   * @throws ParameterException if the address is invalid, or the user may not see a class
   */
  Subscription subscription(Account account, Collection<String> known, Subscription before) {
    String where = address.orElse(before.address());
    if (!MailAddress.isOne(where)) {
      throw wrong(
          "'%s' is not a mail address. Expected one such as birch@school.example."
              .formatted(where));
    }
    Map<MailTopic, Set<String>> classes = new EnumMap<>(MailTopic.class);
    classes.putAll(before.classes());
    change(classes, MailTopic.SHEET, sheets);
    change(classes, MailTopic.WEEKLY, weekly);
    change(classes, MailTopic.WARNING, warnings);
    Stream.of(sheets, weekly, warnings)
        .filter(given -> !isOneWord(given))
        .flatMap(List::stream)
        .forEach(className -> requireSeen(className, account, known));
    return new Subscription(where, classes);
  }

  private static boolean isOneWord(List<String> given) {
    return given.equals(List.of(ALL)) || given.equals(List.of(NONE));
  }

  private static void change(
      Map<MailTopic, Set<String>> classes, MailTopic kind, List<String> given) {
    if (given.isEmpty()) {
      return;
    }
    classes.remove(kind);
    if (given.equals(List.of(ALL))) {
      classes.put(kind, Set.of(MailPreferences.ALL));
    } else if (!given.equals(List.of(NONE))) {
      classes.put(kind, new TreeSet<>(given));
    }
  }

  private void requireSeen(String className, Account account, Collection<String> known) {
    boolean admin = account.role() == Account.Role.ADMIN;
    Collection<String> seen = admin ? known : account.sortedClasses();
    if (!seen.contains(className)) {
      String problem =
          admin
              ? "There is no class '%s'.".formatted(className)
              : "'%s' may not see class '%s'.".formatted(account.name(), className);
      throw wrong(
          "%s Expected 'all', 'none', or some of: %s.".formatted(problem, String.join(", ", seen)));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** {@return mail preferences in words} */
  static String text(Subscription subscription) {
    return "sheets: %s; weekly: %s; warnings: %s"
        .formatted(
            text(subscription.classes(MailTopic.SHEET)),
            text(subscription.classes(MailTopic.WEEKLY)),
            text(subscription.classes(MailTopic.WARNING)));
  }

  private static String text(Set<String> classes) {
    if (classes.isEmpty()) {
      return NONE;
    }
    return classes.contains(MailPreferences.ALL) ? ALL : String.join(", ", classes);
  }
}
