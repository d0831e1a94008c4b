package org.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.bench.Bench;
import org.rollcall.bench.BenchFile;
import org.rollcall.bench.BenchOptions;
import org.rollcall.bench.BenchResult;
import org.rollcall.bench.TestMaterial;
import org.rollcall.cli.console.ConsoleProgress;
import org.rollcall.school.Home;
import org.rollcall.school.RosterFile;
import org.rollcall.settings.SettingsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures how fast this machine processes recordings. */
@Command(
    name = "bench",
    header = "Measures how fast this machine processes recordings.",
    description = {
      "Repeats a short recording until it lasts an hour, processes the result as 'process' would,"
          + " also decodes every frame of it, and reports how long both took.",
      "Without RECORDING it films a made-up class, as 'demo' does. Settings and model packs are"
          + " those of the home. All work is done in a temporary folder; the home is not changed."
    },
    footer = {
      "",
      "Examples:",
      "  rollcall bench",
      "  rollcall bench --length 10m --repeat 10 --json bench.json",
      "  rollcall bench --dense --class 7A footage/7A/2026-11-16_0900.mp4"
    })
final class BenchCommand implements Callable<Integer> {
  private final Shell shell;

  @ParentCommand private RootCommand root;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "RECORDING",
      description = "The recording to repeat; a made-up class by default.")
  private Optional<Path> recording = Optional.empty();

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description = "The class of RECORDING, whose roster and photos are used.")
  private Optional<String> className = Optional.empty();

  @Option(
      names = "--length",
      paramLabel = "TIME",
      defaultValue = "1h",
      converter = DemoCommand.LengthConverter.class,
      description = "How long to make it, 10s to 12h; ${DEFAULT-VALUE} by default.")
  private Duration length;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "Process it N times, 1 to 100, and report how memory grows.")
  private int repeat;

  @Option(
      names = "--dense",
      description =
          "Compare the marks of RECORDING, not repeated, with those from 5 samples a second.")
  private boolean dense;

  @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures to a file.")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "Where to create the temporary folder; by default where the system keeps its own.")
  private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

  BenchCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Home home = recording.isPresent() ? root.home() : root.homeElse(Path.of(""));
    BenchOptions options = options();
    TestMaterial material = material(home);
    BenchPrinter printer = new BenchPrinter(shell.console());
    ConsoleProgress progress = shell.progress();
    try {
      BenchResult result =
          new Bench(home, SettingsFile.read(home), shell.clock(), progress)
              .measure(material, options);
      printer.print(result);
      json.ifPresent(file -> write(result, file));
      return ExitCode.DONE;
    } finally {
      progress.end();
    }
  }

  private BenchOptions options() {
    if (!Files.isDirectory(folder)) {
      throw usage("There is no folder %s for --folder.".formatted(folder));
    }
    json.map(file -> file.toAbsolutePath().getParent())
        .filter(parent -> !Files.isDirectory(parent))
        .ifPresent(
            parent -> {
              throw usage("There is no folder %s for --json.".formatted(parent));
            });
    try {
      return new BenchOptions(length, repeat, dense, folder);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private TestMaterial material(Home home) {
    if (recording.isEmpty()) {
      if (className.isPresent()) {
        throw usage("--class needs a recording of your own. Name that as well.");
      }
      return TestMaterial.filmed();
    }
    Path file = ProcessCommand.find(recording.get(), home, spec);
    if (className.isEmpty()) {
      throw usage(
          "Whose lesson is %s? Name its class with --class. Known classes: %s."
              .formatted(file.getFileName(), String.join(", ", home.classNames())));
    }
    RosterFile.read(home, className.get());
    return TestMaterial.of(file, className.get(), home);
  }

  private void write(BenchResult result, Path file) {
    BenchFile.write(result, file);
    shell.out().printf("The figures are in %s.%n", file);
  }

  private ParameterException usage(String message) {
    return root.wrongUsage(message);
  }
}
