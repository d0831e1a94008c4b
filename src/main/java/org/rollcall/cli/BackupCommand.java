package org.rollcall.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rollcall.cli.console.Wording;
import org.rollcall.home.HomeStore;
import org.rollcall.school.Home;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.backup.BackupSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Makes a backup of the database. */
@Command(
    name = "backup",
    header = "Makes a backup of the database.",
    description = {
      "Writes recordings, templates, marks and corrections, as they are at one moment, into a"
          + " single file. It can be used while other commands run, and 'restore' reads the file"
          + " into SQLite and PostgreSQL alike.",
      "The file contains face templates: only its owner may read it, so keep it where nobody else"
          + " can reach it. Settings, photos, sheets and output/ are ordinary folders; copy them as"
          + " well."
    },
    footer = {"", "Examples:", "  rollcall backup /media/backup/rollcall-2026-11-16.zip"})
final class BackupCommand implements Callable<Integer> {
  private final Shell shell;

  @ParentCommand private RootCommand root;

  @Parameters(paramLabel = "FILE", description = "The file to write, which must not exist yet.")
  private Path file;

  BackupCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Home home = root.home();
    BackupSummary summary = HomeStore.backUp(home, SettingsFile.read(home), file, shell.clock());
    shell
        .out()
        .printf(
            "Backed up: %d rows of %d tables to %s (%s).%n",
            summary.rows(), summary.tables(), file, Wording.megabytes(bytes()));
    return ExitCode.DONE;
  }

  private long bytes() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
