package org.rollcall.settings;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.rollcall.school.Home;
import org.rollcall.school.InvalidConfiguration;
import org.rollcall.school.TextFile;

/** The file {@code config/rollcall.yaml}: every setting, each of them optional. */
public final class SettingsFile {
  private SettingsFile() {}

  /**
   * Reads the settings of an installation; what the file leaves out, or all if there is none, is as
   * in {@link Settings#DEFAULT}.
   *
   * @param home the installation
   * @return its settings
   * @throws InvalidConfiguration with everything that is wrong with the file
   */
  public static Settings read(Home home) {
    if (Files.notExists(home.settingsFile())) {
      return Settings.DEFAULT;
    }
    String text = TextFile.read(home, home.settingsFile());
    return SettingsReader.read(text, home.relative(home.settingsFile()));
  }

  /**
   * Tells of every setting what holds in an installation, and why.
   *
   * @param home the installation
   * @param environment the variables of the environment
   * @return the settings, in the order of the sample file
   * @throws InvalidConfiguration with everything that is wrong with the file
   */
  public static List<ExplainedSetting> explain(Home home, Map<String, String> environment) {
    return new SettingsInquiry(home, environment).all();
  }
}
