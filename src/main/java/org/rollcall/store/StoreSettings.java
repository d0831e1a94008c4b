package org.rollcall.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which database an installation uses. The password is no setting: it stands in a variable of the
 * environment, or in a file of its own.
 *
 * @param url the address of a PostgreSQL database, {@code
 *     jdbc:postgresql://host[:port]/database[?options]}, without a password; empty for a file in
 *     the installation
 * @param user who logs in there; empty for whoever runs Rollcall
 * @param passwordFile the file that holds the password and nothing else, absolute or counted from
 *     the home; empty where the environment has it, or none is needed
 */
public record StoreSettings(
    Optional<String> url, Optional<String> user, Optional<Path> passwordFile) {
  /** What holds when nothing is set: a file. */
  public static final StoreSettings DEFAULT =
      new StoreSettings(Optional.empty(), Optional.empty(), Optional.empty());

  private static final Pattern URL =
      Pattern.compile("jdbc:postgresql://[^/?@\\s]+/[^/?\\s]+(\\?\\S*)?");

  /**
   * Checks the address.
   *
   * @throws IllegalArgumentException if it is not of the form above, or holds a password
   */
  public StoreSettings {
    url.filter(text -> !URL.matcher(text).matches() || holdsPassword(text))
        .ifPresent(
            text -> {
              throw new IllegalArgumentException(
                  "url must be jdbc:postgresql://host[:port]/database[?options], without a"
                      + " password");
            });
  }

  private static boolean holdsPassword(String url) {
    return url.toLowerCase(Locale.ROOT).contains("password=");
  }
}
