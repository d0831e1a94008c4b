package org.rollcall.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rollcall.cli.console.Wording;
import org.rollcall.home.HomeStore;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.backup.BackupSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Fills the database from a backup. */
@Command(
    name = "restore",
    header = "Fills the database from a backup.",
    description = {
      "Reads a file that 'backup' wrote into the database that the settings name, which may be of"
          + " another kind: this is the way from SQLite to PostgreSQL and back.",
      "The backup is checked first, then read completely or not at all. The database must be empty"
          + " unless --replace is given. Stop 'serve' first, on all machines."
    },
    footer = {
      "",
      "Examples:",
      "  rollcall restore /media/backup/rollcall-2026-11-16.zip",
      "  rollcall restore --replace rollcall-2026-11-16.zip"
    })
final class RestoreCommand implements Callable<Integer> {
  private final Shell shell;

  @ParentCommand private RootCommand root;

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file;

  @Option(names = "--replace", description = "Delete what is in the database now.")
  private boolean replace;

  RestoreCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Home home = root.home();
    Settings settings = SettingsFile.read(home);
    BackupSummary summary = HomeStore.restore(home, settings, file, replace);
    shell
        .out()
        .printf(
            "Restored: %d rows of %d tables, as they were on %s.%n",
            summary.rows(),
            summary.tables(),
            Wording.day(summary.made(), settings.school().clockZone()));
    return ExitCode.DONE;
  }
}
