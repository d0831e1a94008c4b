package org.rollcall.settings;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.rollcall.school.Home;
import org.rollcall.school.InvalidConfiguration;
import org.rollcall.school.TextFile;

/** Reads the settings file, {@code config/rollcall.yaml}. Every setting in it is optional. */
public final class SettingsFile {
  private SettingsFile() {}

  /**
   * Reads the settings of an installation; anything the file omits, or everything if there is no
   * file, is taken from {@link Settings#DEFAULT}.
   *
   * @param home the home folder of the installation
   * @return its settings
   * @throws InvalidConfiguration listing everything that is wrong with the file
   */
  public static Settings read(Home home) {
    if (Files.notExists(home.settingsFile())) {
      return Settings.DEFAULT;
    }
    String text = TextFile.read(home, home.settingsFile());
    return SettingsReader.read(text, home.relative(home.settingsFile()));
  }

  /**
   * Explains the effective value of every setting in an installation, and its source.
   *
   * @param home the home folder of the installation
   * @param environment the environment variables
   * @return the settings, in the order of the sample file
   * @throws InvalidConfiguration listing everything that is wrong with the file
   */
  public static List<ExplainedSetting> explain(Home home, Map<String, String> environment) {
    return new SettingsInquiry(home, environment).all();
  }
}
