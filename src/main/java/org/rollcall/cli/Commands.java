package org.rollcall.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.PrintWriter;
import org.rollcall.cli.console.Console;
import org.rollcall.cli.console.FileNameLetters;
import org.rollcall.log.Log;
import org.rollcall.log.LogFile;
import org.rollcall.model.RollcallException;
import org.rollcall.settings.LogSettings;
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

/** The command line: parses the arguments, runs the command and reports what went wrong. */
public final class Commands {
  private static final int HELP_WIDTH = 100;
  private static final String[] EXIT_CODES = {
    "0:All done.",
    "1:Something failed, or has to wait for a temporary problem to end.",
    "2:Wrong usage, or errors in the settings.",
    "3:All done, but some lessons only partly."
  };

  private final Shell shell;

  /**
   * Does not run any command yet.
   *
   * @param shell the environment of the commands
   */
  public Commands(Shell shell) {
    this.shell = shell;
  }

  /**
   * Runs one command. If the process is told to stop, for instance by Ctrl-C, it waits a while for
   * the command to end cleanly.
   *
   * @param arguments the command line
   * @return the exit code: 0 all done, 1 failed, 2 usage or settings, 3 some lessons partial
   */
  public int execute(String... arguments) {
    return CleanStop.guard(shell.console(), () -> commandLine().execute(arguments));
  }

  private CommandLine commandLine() {
    Console console = shell.console();
    RootCommand root = new RootCommand(shell.environment());
    CommandLine line =
        withCommands(new CommandLine(root))
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

  private CommandLine withCommands(CommandLine line) {
    return line.addSubcommand(new DemoCommand(shell))
        .addSubcommand(new DoctorCommand(shell))
        .addSubcommand(new EnrolCommand(shell))
        .addSubcommand("enroll", formerly(new EnrolCommand(shell)))
        .addSubcommand(new EvaluateCommand(shell))
        .addSubcommand(new ProcessCommand(shell))
        .addSubcommand(new RunCommand(shell))
        .addSubcommand(new ServeCommand(shell))
        .addSubcommand(new StatusCommand(shell))
        .addSubcommand(new UnknownCommand(shell))
        .addSubcommand(new ModelsCommand(shell))
        .addSubcommand(new UsersCommand(shell))
        .addSubcommand(new MailCommand(shell))
        .addSubcommand(new BackupCommand(shell))
        .addSubcommand(new RestoreCommand(shell))
        .addSubcommand(new BenchCommand(shell))
        .addSubcommand(new WorkerCommand(shell));
  }

  /** Gives a command for its former name, which still works but is hidden from the help. */
  private static CommandLine formerly(Object command) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec().usageMessage().hidden(true);
    return line;
  }

  private Log log(ParseResult parsed, RootCommand root) {
    LogFile file =
        new LogFile(root.logFile(), () -> logSettings(root), shell.clock(), shell.err()::println);
    String command = parsed.hasSubcommand() ? parsed.subcommand().commandSpec().name() : "rollcall";
    return new Log(file, shell.err(), root.verbose(), command);
  }

  /** Falls back to the defaults, so that there is a log even if the settings are invalid. */
  private static LogSettings logSettings(RootCommand root) {
    try {
      return root.settings().log();
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
    FileNameLetters.warning().ifPresent(shell.err()::println);
    try {
      return new RunLast().execute(parsed);
    } catch (ExecutionException e) {
      return failed(e.getCause(), root);
    }
  }

  private int failed(Throwable failure, RootCommand root) {
    Logger log = LoggerFactory.getLogger(Commands.class);
    if (failure instanceof RollcallException) {
      shell.err().println(failure.getMessage());
      log.info("The command failed", failure);
    } else {
      shell
          .err()
          .printf("Unexpected failure: %s. The log has the details: %s%n", failure, root.logFile());
      log.error("Unexpected failure", failure);
    }
    return ExitCode.of(failure);
  }

  private int wrongUsage(ParameterException failure, String[] arguments) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    shell.err().println(failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, failure.getCommandLine().getErr());
    shell.err().printf("See '%s --help'.%n", command);
    return ExitCode.USAGE;
  }
}
