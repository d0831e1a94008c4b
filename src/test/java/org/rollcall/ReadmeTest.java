package org.rollcall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rollcall.cli.Commands;
import org.rollcall.cli.Console;
import org.rollcall.cli.Shell;
import org.rollcall.cli.StatusPage;
import org.rollcall.config.SettingsFile;

/** The README says what the program does. */
class ReadmeTest {
  @Test
  void settings_table_isTheProgramsOwn() throws IOException {
    assertThat(between("<!-- settings -->", "<!-- /settings -->"))
        .isEqualToIgnoringNewLines(SettingsFile.table());
  }

  @Test
  void commands_table_hasAllOfTheProgram() throws IOException {
    String table = between("## Commands", "## Settings");

    assertThat(groups("^\\| `([a-z]+)", table)).containsExactlyElementsOf(commands());
  }

  @Test
  void commands_inTheText_areThere() throws IOException {
    assertThat(groups("java -jar target/rollcall\\.jar ([a-z]+)", readme()))
        .contains("demo", "run")
        .isSubsetOf(commands());
  }

  @Test
  void pictures_inTheText_areThere() throws IOException {
    Matcher picture = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)").matcher(readme());
    assertThat(picture.results().map(found -> Path.of(found.group(1))))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file).isRegularFile());
  }

  /** {@return the commands that the program itself lists} */
  private static Set<String> commands() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, UTF_8);
    Console console = new Console(stream, stream, false, 80);
    new Commands(
            new Shell(
                console,
                Clock.systemUTC(),
                Map.of(),
                (plan, lastRun, book, duties) -> {},
                (home, settings, shown) -> new StatusPage.Opened("", () -> {})))
        .execute("--help");
    String help = out.toString(UTF_8);
    return groups(
        "^  ([a-z]+) ", help.substring(help.indexOf("\nCommands:"), help.indexOf("\nExit codes:")));
  }

  /** {@return all that a pattern's group finds in a text, sorted} */
  private static Set<String> groups(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String between(String begin, String end) throws IOException {
    String readme = readme();
    return readme.substring(readme.indexOf(begin) + begin.length(), readme.indexOf(end)).strip();
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
