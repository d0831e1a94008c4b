package org.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.rollcall.config.Home;
import org.rollcall.lesson.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself, and the options of all its commands. */
@Command(
    name = "rollcall",
    description = "Turns classroom recordings into attendance sheets.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = RootCommand.VersionText.class,
    footer = {
      "",
      "Examples:",
      "  rollcall demo               see a lesson of a made-up class become a sheet",
      "  rollcall enroll 7A          check the photos of class 7A",
      "  rollcall run                process what waits in footage/",
      "  rollcall process footage/7A/2026-11-16_0900.mp4",
      "                              process one recording, or do it again",
      "  rollcall --home /srv/school serve",
      "                              work every night until stopped"
    })
final class RootCommand implements Runnable {
  private static final String HOME_VARIABLE = "ROLLCALL_HOME";

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Folder with config, footage, attendance and output; by default the one that the variable"
              + " ROLLCALL_HOME names, else the current folder.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Show the log on the console too, with details.")
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

  private Optional<Log> log = Optional.empty();
  private final Path usual;

  /**
   * Prepares the program.
   *
   * @param environment the variables of the environment, which may name the usual home
   */
  RootCommand(Map<String, String> environment) {
    usual = Path.of(environment.getOrDefault(HOME_VARIABLE, ""));
  }

  /**
   * Gives the installation to work on.
   *
   * @throws ParameterException if the folder is none
   */
  Home home() {
    Home home = homeElse(Path.of(""));
    if (!Files.isDirectory(home.config())) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is no home of Rollcall: it has no folder 'config'. Name the right one with --home or %s."
              .formatted(home.root(), HOME_VARIABLE));
    }
    return home;
  }

  /**
   * Gives the folder that the command line names, whether or not there is an installation.
   *
   * @param otherwise the folder when none is named, absolute or counted from the usual home
   */
  Home homeElse(Path otherwise) {
    return Home.of(folder.orElse(usual.resolve(otherwise)));
  }

  /** {@return where the log goes, whether or not there is an installation} */
  Path logFile() {
    return homeElse(Path.of("")).logs().resolve("rollcall.log");
  }

  /** Names the log of the command that runs. */
  void logsTo(Log other) {
    log = Optional.of(other);
  }

  /**
   * Says what the log is about from now on.
   *
   * @param thing an id, such as that of a lesson; no name of a person
   */
  void logsAbout(String thing) {
    log.ifPresent(known -> known.about(thing));
  }

  boolean verbose() {
    return verbose;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "No command given.");
  }

  /** What the program says of its version. */
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
