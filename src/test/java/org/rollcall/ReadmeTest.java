package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rollcall.config.SettingsFile;

/** The README says what the program does. */
class ReadmeTest {
  @Test
  void settings_table_isTheProgramsOwn() throws IOException {
    assertThat(between("<!-- settings -->", "<!-- /settings -->"))
        .isEqualToIgnoringNewLines(SettingsFile.table());
  }

  @Test
  void pictures_inTheText_areThere() throws IOException {
    Matcher picture = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)").matcher(readme());
    assertThat(picture.results().map(found -> Path.of(found.group(1))))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file).isRegularFile());
  }

  private static String between(String begin, String end) throws IOException {
    String readme = readme();
    return readme.substring(readme.indexOf(begin) + begin.length(), readme.indexOf(end)).strip();
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
