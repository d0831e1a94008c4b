package org.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.rollcall.cli.console.Console;
import org.rollcall.night.NightService;
import org.rollcall.school.Home;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.SchoolFolder;

/** A home for tests, and what a person there types and reads. */
final class School {
  private final SchoolFolder files;
  private final Map<String, String> environment = new HashMap<>();
  private NightService service = (plan, book, duties) -> {};
  private StatusPage page =
      (home, settings, alarms) -> new StatusPage.Opened("http://127.0.0.1:7655", () -> {});

  School(Path folder) {
    files = new SchoolFolder(folder);
    write("config/rollcall.yaml", "footage:\n  stillFor: 0s\nschool:\n  zone: UTC\n");
    folder("footage");
  }

  /**
   * What a command left on the console.
   *
   * @param exitCode its exit code
   * @param out what it wrote to standard output
   * @param err what it wrote to standard error
   */
  record Answer(int exitCode, String out, String err) {}

  Home home() {
    return files.home();
  }

  /** Opens with a database that has its tables, as after the first command. */
  School withDatabase() {
    EmptyDatabase.at(home().database());
    return this;
  }

  School with(NightService other) {
    service = other;
    return this;
  }

  School withPage(StatusPage other) {
    page = other;
    return this;
  }

  School with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Path write(String file, String text) {
    return files.write(file, text);
  }

  Path folder(String name) {
    return files.folder(name);
  }

  /** Types a command that works on this home. */
  Answer types(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--home";
    all[arguments.length + 1] = home().root().toString();
    return typesOnly(all);
  }

  /** Types a command without naming the home. */
  Answer typesOnly(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, 80);
    Clock clock = Clock.system(ZoneOffset.UTC);
    Shell shell = new Shell(console, clock, environment, service, page);
    int exitCode = new Commands(shell).execute(arguments);
    return new Answer(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }
}
