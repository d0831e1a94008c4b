package org.rollcall.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.cli.console.ConsoleProgress;
import org.rollcall.evaluation.EvaluationFolder;
import org.rollcall.evaluation.EvaluationOptions;
import org.rollcall.evaluation.Evaluator;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.school.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Measures how often Rollcall is right. */
@Command(
    name = "evaluate",
    header = "Measures how often marks are right where the truth is known.",
    description = {
      "Takes two kinds of folders. Labelled recordings: recordings with truth.json beside them, and"
          + " roster.csv and students/ as in config/classes; below footage/<class>, those of that"
          + " class are used. Labelled photos: a folder <Name> of photos for each person, some of"
          + " whom are enrolled; all others are strangers.",
      "Writes a workbook, the same figures as JSON, and confusion matrices as pictures to"
          + " output/evaluation. Changes nothing else: no sheet, no mark, no enrolment."
    },
    footer = {
      "",
      "Examples:",
      "  rollcall evaluate footage/7A",
      "  rollcall evaluate footage/7A --by 'year of birth'",
      "  rollcall evaluate people --strangers others --students 30",
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyy-MM-dd_HHmmss");

  private final Shell shell;

  @ParentCommand private RootCommand root;

  @Parameters(
      arity = "1..*",
      paramLabel = "FOLDER",
      description = "Folders with labelled recordings or photos.")
  private List<Path> folders;

  @Option(
      names = "--enrolment-photos",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "For a folder of photos: how many photos of each student to enrol, the first by file"
              + " name; ${DEFAULT-VALUE} by default. The others are to be recognised.")
  private int enrolmentPhotos;

  @Option(
      names = "--students",
      paramLabel = "N",
      defaultValue = "40",
      description =
          "For a folder of photos: how many people to enrol, the first by name; ${DEFAULT-VALUE} by"
              + " default.")
  private int students;

  @Option(
      names = "--strangers",
      paramLabel = "DIR",
      description = "Photos of further strangers, in the folder itself or in folders below it.")
  private Optional<Path> strangers = Optional.empty();

  @Option(
      names = "--by",
      paramLabel = "COLUMN",
      description =
          "Also break the figures down by this column of the roster, such as a region or year of"
              + " birth; for photos, of groups.csv beside the folders, which has a column name as"
              + " well. Shows whether absent students of one group are marked more often than"
              + " others, or those present found less. Choose a column with few values: groups of a"
              + " few students have bounds too wide to tell, and show how single students fared.")
  private Optional<String> by = Optional.empty();

  EvaluateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Home home = root.home();
    EvaluationOptions options = options();
    ConsoleProgress progress = shell.progress();
    try (Evaluator evaluator = Evaluator.open(home, shell.clock())) {
      Evaluation evaluation = evaluator.evaluate(folders, options, progress);
      progress.end();
      ZoneId zone = shell.clock().getZone();
      String name = FOLDER.format(LocalDateTime.ofInstant(evaluation.started(), zone));
      EvaluationFolder.WrittenFiles written =
          EvaluationFolder.write(evaluation, zone, home.evaluations().resolve(name));
      new EvaluationPrinter(shell.console(), home).print(evaluation, written);
    } finally {
      progress.end();
    }
    return ExitCode.DONE;
  }

  private EvaluationOptions options() {
    try {
      return new EvaluationOptions(enrolmentPhotos, students, strangers, by);
    } catch (IllegalArgumentException e) {
      throw root.wrongUsage(e.getMessage());
    }
  }
}
