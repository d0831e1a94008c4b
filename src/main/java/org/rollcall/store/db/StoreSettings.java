package org.rollcall.store.db;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * The choice of database for an installation. The password is not a setting: it comes from an
 * environment variable or from a file of its own.
 *
 * @param url the address of a PostgreSQL database, {@code
 *     jdbc:postgresql://host[:port]/database[?options]}, without a password; empty for a file in
 *     the installation
 * @param user the user name on the server; empty for that of the user who runs Rollcall
 * @param passwordFile the file that holds the password and nothing else, absolute or relative to
 *     the home folder; empty if the environment has it, or none is needed
 */
@Section("store")
@Help("Which database is used.")
public record StoreSettings(
    @Setting(
            key = "store.url",
            expected = "jdbc:postgresql://host[:port]/database[?options] without a password")
        @Help(
            "PostgreSQL database that several machines share. Leave empty for a file in output/,"
                + " which serves one machine.")
        Optional<String> url,
    @Setting(key = "store.user")
        @Help("User name for PostgreSQL. Leave empty for that of the user who runs Rollcall.")
        Optional<String> user,
    @Setting(key = "store.passwordFile", password = StoreSettings.PASSWORD_VARIABLE)
        @Help("File that holds the password for PostgreSQL and nothing else.")
        Optional<Path> passwordFile) {
  /** The environment variable that holds the password for PostgreSQL. */
  public static final String PASSWORD_VARIABLE = "ROLLCALL_STORE_PASSWORD";

  /** The default: an SQLite file. */
  public static final StoreSettings DEFAULT = SettingsType.of(StoreSettings.class).defaults();

  private static final Pattern URL =
      Pattern.compile("jdbc:postgresql://[^/?@\\s]+/[^/?\\s]+(\\?\\S*)?");

  public StoreSettings {
    SettingsType.of(StoreSettings.class).check(url, user, passwordFile);
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
