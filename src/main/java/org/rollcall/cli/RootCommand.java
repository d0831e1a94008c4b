package org.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.rollcall.home.Version;
import org.rollcall.log.Log;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself, with the options shared by all commands. */
@Command(
    name = "rollcall",
    description = "Turns classroom recordings into attendance sheets.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = RootCommand.VersionText.class,
    footer = {
      "",
      "Examples:",
      "  rollcall demo               watch a lesson of a made-up class become a sheet",
      "  rollcall enrol 7A           check the photos of class 7A",
      "  rollcall run                process what is waiting in footage/",
      "  rollcall process footage/7A/2026-11-16_0900.mp4",
      "                              process one recording, for the first time or again",
      "  rollcall --home /srv/school serve",
      "                              process lessons every night and serve the pages"
    })
final class RootCommand implements Runnable {
  private static final String HOME_VARIABLE = "ROLLCALL_HOME";

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Folder with config, footage, attendance and output; by default the one that the variable"
              + " ROLLCALL_HOME names, or else the current folder.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Also show the log on the console, in detail.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // Picocli acts on it.
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  @SuppressWarnings("UnusedVariable") // Picocli acts on it.
  private boolean version;

  @Spec private CommandSpec spec;

  private volatile Optional<Settings> settings = Optional.empty();
  private final Path usual;
  private Optional<Log> log = Optional.empty();

  /**
   * Takes the usual home from the environment.
   *
   * @param environment the environment variables, of which {@code ROLLCALL_HOME} is used
   */
  RootCommand(Map<String, String> environment) {
    usual = Path.of(environment.getOrDefault(HOME_VARIABLE, ""));
  }

  /**
   * The installation to work on.
   *
   * @throws ParameterException if the folder is not a home of Rollcall
   */
  Home home() {
    Home home = homeElse(Path.of(""));
    if (!Files.isDirectory(home.config())) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is not a home of Rollcall: it has no folder 'config'. Name the right one with --home or %s."
              .formatted(home.root(), HOME_VARIABLE));
    }
    return home;
  }

  /**
   * Makes the exception that says what is wrong with the command line.
   *
   * @param message a sentence for a user who may not know the command well
   * @return the exception to throw, which points to the help of the command that was typed
   */
  ParameterException wrongUsage(String message) {
    CommandLine typed = spec.commandLine();
    while (typed.getParseResult() != null && typed.getParseResult().hasSubcommand()) {
      typed = typed.getParseResult().subcommand().commandSpec().commandLine();
    }
    return new ParameterException(typed, message);
  }

  /**
   * The folder that the command line names, whether or not it holds an installation.
   *
   * @param otherwise the folder if none is named, absolute or relative to the usual home
   */
  Home homeElse(Path otherwise) {
    return Home.of(folder.orElse(usual.resolve(otherwise)));
  }

  /**
   * The settings of the installation. They are read once, so that a command works with the same
   * settings throughout.
   *
   * @throws org.rollcall.school.InvalidConfiguration listing everything that is wrong with the file
   */
  Settings settings() {
    return settings.orElseGet(this::freshSettings);
  }

  /** Reads the settings again, for a service that runs on while they change. */
  Settings freshSettings() {
    Settings fresh = SettingsFile.read(homeElse(Path.of("")));
    settings = Optional.of(fresh);
    return fresh;
  }

  /** {@return the log file, whether or not there is an installation} */
  Path logFile() {
    return homeElse(Path.of("")).logs().resolve("rollcall.log");
  }

  /** Sets the log of the running command. */
  void logsTo(Log other) {
    log = Optional.of(other);
  }

  /**
   * Sets what the log is about from now on.
   *
   * @param thing an id, such as that of a lesson; never the name of a person
   */
  void logsAbout(String thing) {
    log.ifPresent(known -> known.about(thing));
  }

  boolean verbose() {
    return verbose;
  }

  @Override
  public void run() {
    throw wrongUsage("No command given.");
  }

  /** The text printed by {@code --version}. */
  static final class VersionText implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "Rollcall " + Version.current(),
        "Java %s, %s %s"
            .formatted(
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"))
      };
    }
  }
}
