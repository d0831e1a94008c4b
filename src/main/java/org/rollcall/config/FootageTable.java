package org.rollcall.config;

import org.rollcall.config.SettingsTable.Source;
import org.rollcall.inbox.FateSettings;
import org.rollcall.inbox.InboxSettings;
import org.rollcall.inbox.ReadinessSettings;

/** The part of {@link SettingsTable} about the watched folder. */
final class FootageTable {
  private FootageTable() {}

  static InboxSettings fill(Source from) {
    return new InboxSettings(
        from.take(
            new Setting<>(
                "footage.patterns",
                Form.recordingPatterns(),
                settings -> settings.inbox().patterns(),
                "How the path of a recording below footage/, without extension, tells class or"
                    + " room (or place, for either of them), date (yyyy-MM-dd or yyyyMMdd), time"
                    + " (HHmm, HH-mm or HHmmss), camera and part, the number of a chunk. The first"
                    + " one that fits the whole path counts. Without date and time, those of the"
                    + " file are taken.")),
        from.take(
            new Setting<>(
                "footage.extensions",
                Form.words("file name extensions without the dot"),
                settings -> settings.inbox().extensions(),
                "Which files are recordings.")),
        readiness(from),
        fate(from));
  }

  private static ReadinessSettings readiness(Source from) {
    return new ReadinessSettings(
        from.take(
            new Setting<>(
                "footage.readyWhen",
                Form.choice(ReadinessSettings.When.class),
                settings -> settings.inbox().readiness().when(),
                "When a recording is complete: when it has not changed for footage.stillFor"
                    + " (still); as soon as it carries a recording's extension, where whatever"
                    + " copies writes x.mp4.part or a hidden name first and renames it at the end"
                    + " (renamed); or once a file x.mp4.done or x.done, written after it, lies"
                    + " beside x.mp4 (marked).")),
        from.take(
            new Setting<>(
                "footage.stillFor",
                Form.time("0s", "1d"),
                settings -> settings.inbox().readiness().stillFor(),
                "How long a recording must not have changed before it is taken. Longer than the"
                    + " longest pause of whatever copies the recordings. Only for readyWhen:"
                    + " still.")),
        from.take(
            new Setting<>(
                "footage.sentinel",
                Form.fileName().orNothing(),
                settings -> settings.inbox().readiness().sentinel(),
                "A file in footage/ that is there whenever its share is connected. While it is"
                    + " missing, Rollcall waits for the share instead of finding an empty folder."
                    + " Nothing for a folder on a local drive.")));
  }

  private static FateSettings fate(Source from) {
    return new FateSettings(
        from.take(
            new Setting<>(
                "footage.afterSuccess",
                Form.choice(FateSettings.AfterSuccess.class),
                settings -> settings.inbox().fate().afterSuccess(),
                "What becomes of a recording that has its sheet: it stays, is moved to"
                    + " footage.doneFolder, or is deleted.")),
        from.take(
            new Setting<>(
                "footage.afterFailure",
                Form.choice(FateSettings.AfterFailure.class),
                settings -> settings.inbox().fate().afterFailure(),
                "What becomes of a recording that could not be used: it stays, or is moved to"
                    + " footage.failedFolder, with the reason in a text file beside it.")),
        from.take(
            new Setting<>(
                "footage.fateAfterDays",
                Form.wholeNumber(0, 3650, " days"),
                settings -> settings.inbox().fate().afterDays(),
                "How long after its end a recording is moved or deleted.")),
        from.take(
            new Setting<>(
                "footage.doneFolder",
                Form.folder(),
                settings -> settings.inbox().fate().doneFolder(),
                "Where recordings that have their sheets are moved, with their sub-folders.")),
        from.take(
            new Setting<>(
                "footage.failedFolder",
                Form.folder(),
                settings -> settings.inbox().fate().failedFolder(),
                "Where recordings that could not be used are moved, with their sub-folders.")));
  }
}
