package org.rollcall.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.rollcall.config.LogSettings;
import org.rollcall.config.SettingsFile;
import org.rollcall.model.RollcallException;
import org.rollcall.night.NightService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: finds the command that is meant, runs it, and tells what went wrong. */
public final class Commands {
  private static final int HELP_WIDTH = 100;
  private static final String[] EXIT_CODES = {
    "0:All done.",
    "1:Something failed, or waits for something temporary.",
    "2:Wrong usage, or settings that are not in order.",
    "3:All done, but of some lessons only a part."
  };

  private final Console console;
  private final Clock clock;
  private final Map<String, String> environment;
  private final NightService service;
  private final StatusPage page;

  /**
   * Prepares the command line.
   *
   * @param console where people read
   * @param clock tells the time
   * @param environment the variables of the environment
   * @param service what {@code serve} starts
   * @param page what it shows over the network meanwhile
   */
  public Commands(
      Console console,
      Clock clock,
      Map<String, String> environment,
      NightService service,
      StatusPage page) {
    this.console = console;
    this.clock = clock;
    this.environment = Map.copyOf(environment);
    this.service = service;
    this.page = page;
  }

  /**
   * Runs one command. An end of the process, by Ctrl-C for instance, waits until the command has
   * ended cleanly.
   *
   * @param arguments the command line
   * @return the exit code: 0 all done, 1 failed, 2 usage or settings, 3 some lessons partial
   */
  public int execute(String... arguments) {
    return CleanStop.guard(console, () -> commandLine().execute(arguments));
  }

  private CommandLine commandLine() {
    CommandLine models =
        new CommandLine(new ModelsCommand())
            .addSubcommand(new ModelsListCommand(console))
            .addSubcommand(new ModelsInstallCommand(console, clock, environment));
    CommandLine unknown =
        new CommandLine(new UnknownCommand())
            .addSubcommand(new UnknownListCommand(console))
            .addSubcommand(new UnknownForgetCommand(console));
    CommandLine users =
        new CommandLine(new UsersCommand())
            .addSubcommand(new UsersListCommand(console))
            .addSubcommand(new UsersAddCommand(console))
            .addSubcommand(new UsersPasswordCommand(console))
            .addSubcommand(new UsersMailCommand(console))
            .addSubcommand(new UsersRemoveCommand(console));
    CommandLine mail =
        new CommandLine(new MailCommand())
            .addSubcommand(new MailTestCommand(console, environment, clock))
            .addSubcommand(new MailListCommand(console, clock))
            .addSubcommand(new MailRetryCommand(console, environment, clock));
    RootCommand root = new RootCommand(environment);
    CommandLine line =
        new CommandLine(root)
            .addSubcommand(new DemoCommand(console, clock))
            .addSubcommand(new DoctorCommand(console, clock, service, environment))
            .addSubcommand(new EnrollCommand(console, clock))
            .addSubcommand(new EvaluateCommand(console, clock))
            .addSubcommand(new ProcessCommand(console, clock))
            .addSubcommand(new RunCommand(console, clock, environment))
            .addSubcommand(new ServeCommand(console, clock, service, page, environment))
            .addSubcommand(new StatusCommand(console, clock, service))
            .addSubcommand(unknown)
            .addSubcommand(models)
            .addSubcommand(users)
            .addSubcommand(mail)
            .addSubcommand(new BackupCommand(console, clock))
            .addSubcommand(new RestoreCommand(console))
            .addSubcommand(new BenchCommand(console, clock))
            .addSubcommand(new WorkerCommand(console, clock))
            .setOut(new PrintWriter(console.out(), true, US_ASCII))
            .setErr(new PrintWriter(console.err(), true, US_ASCII))
            .setColorScheme(
                Help.defaultColorScheme(console.terminal() ? Help.Ansi.AUTO : Help.Ansi.OFF))
            .setUsageHelpWidth(HELP_WIDTH)
            .setParameterExceptionHandler(this::wrongUsage)
            .setExecutionStrategy(
                parsed -> {
                  Log log = log(parsed, root);
                  root.logsTo(log);
                  return log.during(() -> run(parsed, root));
                });
    layOut(line);
    return line;
  }

  private Log log(ParseResult parsed, RootCommand root) {
    LogFile file =
        new LogFile(root.logFile(), () -> logSettings(root), clock, console.err()::println);
    String command = parsed.hasSubcommand() ? parsed.subcommand().commandSpec().name() : "rollcall";
    return new Log(file, console, root.verbose(), command);
  }

  /** The log is there for settings that are wrong, too. */
  private static LogSettings logSettings(RootCommand root) {
    try {
      return SettingsFile.read(root.homeElse(Path.of(""))).log();
    } catch (RollcallException e) {
      return LogSettings.DEFAULT;
    }
  }

  private static void layOut(CommandLine line) {
    line.getCommandSpec()
        .usageMessage()
        .synopsisHeading("Usage: ")
        .headerHeading("")
        .descriptionHeading("%n")
        .parameterListHeading("%nParameters:%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(UsageMessageSpec.keyValuesMap(EXIT_CODES));
    line.getSubcommands().values().forEach(Commands::layOut);
  }

  private int run(ParseResult parsed, RootCommand root) {
    FileNames.warning().ifPresent(console.err()::println);
    try {
      return new RunLast().execute(parsed);
    } catch (ExecutionException e) {
      return failed(e.getCause(), root);
    }
  }

  private int failed(Throwable failure, RootCommand root) {
    Logger log = LoggerFactory.getLogger(Commands.class);
    if (failure instanceof RollcallException) {
      console.err().println(failure.getMessage());
      log.info("The command failed", failure);
    } else {
      console
          .err()
          .printf("Unexpected failure: %s. The log has the details: %s%n", failure, root.logFile());
      log.error("Unexpected failure", failure);
    }
    return ExitCode.of(failure);
  }

  private int wrongUsage(ParameterException failure, String[] arguments) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    console.err().println(failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, failure.getCommandLine().getErr());
    console.err().printf("See '%s --help'.%n", command);
    return ExitCode.USAGE;
  }
}
