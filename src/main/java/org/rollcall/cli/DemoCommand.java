package org.rollcall.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.basics.setting.Times;
import org.rollcall.cli.console.ConsoleProgress;
import org.rollcall.demo.Comparison;
import org.rollcall.demo.DemoHome;
import org.rollcall.demo.DemoOptions;
import org.rollcall.enrol.EnrolmentReport;
import org.rollcall.evaluation.Truth;
import org.rollcall.home.Installation;
import org.rollcall.lesson.LessonReport;
import org.rollcall.run.ManualRun;
import org.rollcall.run.Workbench;
import org.rollcall.school.Home;
import org.rollcall.school.RosterFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

/** Takes a synthetic class from filming to the sheet, to demonstrate the whole process. */
@Command(
    name = "demo",
    header = "Films a made-up class and processes the lesson.",
    description = {
      "Makes up a class of people who do not exist, films one of their lessons as a classroom"
          + " camera would, enrols them, processes the recording, and compares the sheet with what"
          + " happened in the film.",
      "Everything goes to output/demo of the usual home, or to the folder given with --home, which"
          + " must be empty or contain an earlier demo. The same options give the same lesson."
    },
    footer = {
      "",
      "Examples:",
      "  rollcall demo",
      "  rollcall demo --students 12 --seed 7 --home /tmp/demo-7"
    })
final class DemoCommand implements Callable<Integer> {
  private static final Path USUAL_HOME = Path.of("output", "demo");

  private final Shell shell;

  @ParentCommand private RootCommand root;

  @Option(
      names = "--students",
      paramLabel = "N",
      defaultValue = "24",
      description =
          "Students on the roster, 4 to 28; ${DEFAULT-VALUE} by default. A quarter of them are"
              + " absent.")
  private int students;

  @Option(
      names = "--length",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = LengthConverter.class,
      description = "How long the lesson is, 16s to 1h; ${DEFAULT-VALUE} by default.")
  private Duration length;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Chooses people, seats and times; ${DEFAULT-VALUE} by default.")
  private long seed;

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      defaultValue = "1080p",
      converter = SizeConverter.class,
      description =
          "Size of the picture: 1080p, 720p, or one such as 960x540; ${DEFAULT-VALUE} by default.")
  private Size size;

  DemoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Home home = root.homeElse(USUAL_HOME);
    DemoHome demo = demo(home);
    Truth truth = film(home, demo);
    LessonReport report = process(home, demo);
    if (report.register().isEmpty()) {
      return ExitCode.FAILED;
    }
    Comparison comparison = Comparison.of(truth, report.register().get());
    DemoPrinter printer = new DemoPrinter(shell.console());
    printer.print(comparison);
    printer.printPlaces(demo, report.sheet().orElseThrow());
    return comparison.passes() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private DemoHome demo(Home home) {
    try {
      DemoOptions options = new DemoOptions(students, length, seed, size.width, size.height);
      return DemoHome.at(home, options);
    } catch (IllegalArgumentException | DemoHome.Taken e) {
      throw root.wrongUsage(e.getMessage());
    }
  }

  private Truth film(Home home, DemoHome demo) {
    shell.out().printf("A demo in %s. Nobody in it exists.%n", home.root());
    if (demo.filmed()) {
      shell.out().printf("%s has already been filmed.%n", home.relative(demo.recording()));
    }
    ConsoleProgress progress = shell.progress();
    progress.start("Filming a lesson");
    try {
      return demo.make(filmed -> progress.recording(filmed, length));
    } finally {
      progress.end();
    }
  }

  private LessonReport process(Home home, DemoHome demo) {
    ConsoleProgress progress = shell.progress();
    try (Installation installation = Installation.open(home, shell.clock());
        Workbench workbench = Workbench.open(installation)) {
      progress.start(DemoHome.CLASS_NAME);
      EnrolmentReport enrolment = workbench.enrolment().enrol(DemoHome.CLASS_NAME, progress);
      progress.end();
      new EnrolmentPrinter(shell.console())
          .print(RosterFile.read(home, DemoHome.CLASS_NAME), enrolment);
      RunPrinter printer = new RunPrinter(shell.console(), installation, 1);
      return new ManualRun(installation, workbench, printer).process(demo.recording()).get(0);
    } finally {
      progress.end();
    }
  }

  /**
   * The size of a video frame.
   *
   * @param width in pixels
   * @param height in pixels
   */
  record Size(int width, int height) {}

  /** Parses a duration as written in the settings. */
  static final class LengthConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Times.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** Parses the size of a video frame. */
  static final class SizeConverter implements ITypeConverter<Size> {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    @Override
    public Size convert(String text) {
      Matcher matcher = WRITTEN.matcher(text);
      if (matcher.matches()) {
        return new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
      }
      return switch (text) {
        case "1080p" -> new Size(1920, 1080);
        case "720p" -> new Size(1280, 720);
        default ->
            throw new TypeConversionException(
                "expected 1080p, 720p or a size such as 960x540, found '%s'".formatted(text));
      };
    }
  }
}
