package org.rollcall.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollcall.basics.FileTree;
import org.rollcall.cli.console.FileNameLetters;
import org.rollcall.cli.console.TextTable;
import org.rollcall.cli.console.Wording;
import org.rollcall.doctor.Doctor;
import org.rollcall.doctor.Finding;
import org.rollcall.doctor.Finding.Grade;
import org.rollcall.doctor.FindingsJson;
import org.rollcall.doctor.MailCheck;
import org.rollcall.doctor.NativesCheck;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceSettings;
import org.rollcall.face.MxnetFaceEngine;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.home.HomeStore;
import org.rollcall.model.RollcallException;
import org.rollcall.night.NightSchedule;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.db.StoreCheck;
import org.rollcall.video.VideoLibraries;
import org.rollcall.worker.WorkerJvm;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Checks whether the installation is in order. */
@Command(
    name = "doctor",
    header = "Checks whether everything is in order.",
    description = {
      "Checks settings, files, folders, database, sheets, model packs, native libraries, machine,"
          + " clock, nightly runs, pages and mail, and says what to do about anything BAD. It"
          + " changes nothing, and can be used while other commands run."
    },
    footer = {"", "Example:", "  rollcall doctor"})
final class DoctorCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Shell shell;

  @ParentCommand private RootCommand root;

  @Option(names = "--json", description = "Write the findings as JSON.")
  private boolean json;

  DoctorCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Home home = root.home();
    Path temporary = temporaryFolder();
    List<Finding> findings;
    try {
      findings =
          new Doctor(home, shell.environment(), shell.clock())
              .with("native libraries", natives(home, temporary))
              .with("file names", DoctorCommand::fileNames)
              .with("nights", () -> nights(home))
              .with("mail", new MailCheck(home, settings(home), shell.environment(), shell.clock()))
              .examine();
    } finally {
      delete(temporary);
    }
    if (json) {
      shell.out().println(FindingsJson.write(findings));
    } else {
      print(findings);
    }
    boolean bad = findings.stream().anyMatch(finding -> finding.grade() == Grade.BAD);
    return bad ? ExitCode.FAILED : ExitCode.DONE;
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("rollcall-doctor-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      LoggerFactory.getLogger(DoctorCommand.class).warn("Cannot delete {}", folder, e);
    }
  }

  /** Loads the native libraries in a process started like a worker. */
  private static NativesCheck natives(Home home, Path temporary) {
    List<String> command = List.of("doctor", "natives", "--home", home.root().toString());
    ProcessBuilder process =
        new WorkerJvm(settings(home).work()).command(temporary, temporary, command);
    return new NativesCheck(process, temporary.resolve("answer.txt"), PATIENCE);
  }

  private static Settings settings(Home home) {
    try {
      return SettingsFile.read(home);
    } catch (RollcallException e) {
      return Settings.DEFAULT;
    }
  }

  /** Tries only the built-in pack, in a temporary folder: another check covers the chosen packs. */
  @Command(name = "natives", hidden = true, header = "Loads the native libraries.")
  int natives() {
    String video = VideoLibraries.load();
    Path models = temporaryFolder();
    int smallest = FaceSettings.DEFAULT.smallestFacePixels();
    FaceSettings builtIn = new FaceSettings(PackLibrary.BUILT_IN, PackLibrary.BUILT_IN, smallest);
    try (FaceEngine engine = MxnetFaceEngine.open(new PackLibrary(models), builtIn)) {
      shell
          .out()
          .printf(
              "%s%s, MXNet (tried with %s)%n", NativesCheck.LOADED, video, engine.embeddingSpace());
    } finally {
      delete(models);
    }
    return ExitCode.DONE;
  }

  private static List<Finding> fileNames() {
    return List.of(
        FileNameLetters.warning()
            .map(warning -> Finding.note("file names", warning, ""))
            .orElseGet(() -> Finding.ok("file names", "with any letters")));
  }

  private List<Finding> nights(Home home) {
    Settings settings = SettingsFile.read(home);
    if (HomeStore.exists(home, settings)
        && !StoreCheck.of(HomeStore.address(home, settings)).current()) {
      String found = "not checked: the database tables are those of an earlier Rollcall";
      return List.of(Finding.note("nights", found, "Any other command updates them."));
    }
    NightStatus status = new NightStatus(home, shell.service(), shell.clock());
    NightSchedule plan = status.plan();
    String next =
        shell
            .service()
            .nextDue(plan, shell.clock().instant())
            .map(due -> "next run " + Wording.day(due, plan.settings().school().clockZone()))
            .orElse("no further run is due");
    String last =
        status
            .lastRun()
            .map(run -> "last run " + Wording.day(run, plan.settings().school().clockZone()))
            .orElse("no run yet");
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("nights", last + ", " + next));
    status
        .alarms()
        .forEach(
            alarm ->
                findings.add(
                    Finding.bad(
                        "nights", alarm.sentence().toString(), "See also 'rollcall status'.")));
    return findings;
  }

  private void print(List<Finding> findings) {
    TextTable table = new TextTable("", "", "");
    for (Finding finding : findings) {
      table.add(finding.grade().name(), finding.thing(), finding.found());
      if (!finding.advice().isEmpty()) {
        table.note("      " + finding.advice());
      }
    }
    table.lines().stream().skip(1).forEach(shell.out()::println);
    long bad = findings.stream().filter(finding -> finding.grade() == Grade.BAD).count();
    shell
        .out()
        .println(
            bad == 0 ? "Everything is in order." : Wording.count((int) bad, "thing") + " to fix.");
  }
}
