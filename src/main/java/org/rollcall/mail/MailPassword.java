package org.rollcall.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.rollcall.mail.Attempt.AttemptResult;
import org.rollcall.school.Home;
import org.rollcall.settings.MailSettings;

/** Reads the password for the mail server from an environment variable or a file. */
final class MailPassword {
  private MailPassword() {}

  /**
   * Finds the password.
   *
   * @return the password; empty if the settings name no user
   * @throws MailFailure if the settings name a user but there is no password
   */
  static Optional<String> find(
      Home home, MailSettings.Sender sender, Map<String, String> environment) {
    if (sender.user().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> password =
        Optional.ofNullable(environment.get(MailSettings.PASSWORD_VARIABLE))
            .filter(text -> !text.isEmpty())
            .or(() -> sender.passwordFile().map(file -> read(home.resolve(file))));
    if (password.isEmpty()) {
      throw new MailFailure(
          AttemptResult.UNUSABLE,
          "There is no password for mail.user '%s'. Set %s, or name a file that holds it in mail.passwordFile."
              .formatted(sender.user().get(), MailSettings.PASSWORD_VARIABLE),
          null);
    }
    return password;
  }

  private static String read(Path file) {
    String password;
    try {
      password = Files.readString(file).strip();
    } catch (IOException e) {
      throw new MailFailure(
          AttemptResult.UNUSABLE,
          "Cannot read the password for the mail server from %s: %s. Check the file and its permissions, or correct mail.passwordFile."
              .formatted(file, e),
          e);
    }
    if (password.isEmpty()) {
      throw new MailFailure(
          AttemptResult.UNUSABLE,
          "The file %s contains no password for the mail server. Write it there, or set %s."
              .formatted(file, MailSettings.PASSWORD_VARIABLE),
          null);
    }
    return password;
  }
}
