package org.rollcall.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.rollcall.basics.Readers;
import org.rollcall.inbox.WatchedFolder;
import org.rollcall.model.Footage;
import org.rollcall.model.Message;
import org.rollcall.model.Refusal;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;

/**
 * Puts an uploaded recording into the watched folder, under a name that gives class, day and time,
 * as if it had been copied there by hand.
 */
public final class RecordingDrop {
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd_HHmmss");

  /** Takes the place of the camera in the file name. */
  private static final String SENT = "sent";

  private final Home home;
  private final Settings settings;

  /**
   * Creates a drop for the watched folder of an installation.
   *
   * @param home the home folder of the installation
   * @param settings its settings
   */
  public RecordingDrop(Home home, Settings settings) {
    this.home = home;
    this.settings = settings;
  }

  /**
   * Checks whether a recording was sent by a page, to take attendance at once.
   *
   * @param recording the recording
   * @return whether its name is one that {@link #take} gives
   */
  public static boolean isSent(Footage recording) {
    return recording.camera().filter(SENT::equals).isPresent();
  }

  /**
   * Moves an upload into the watched folder.
   *
   * @param className name of the class shown
   * @param start when it starts, in the school's local time
   * @param upload the uploaded file; it is moved
   * @return its new location
   * @throws RollcallException if it is not a video
   * @throws TemporaryFailure if it cannot be written into the folder
   */
  public Path take(String className, LocalDateTime start, Path upload) {
    MediaKind kind = MediaKind.of(upload);
    if (!kind.isVideo()) {
      throw new RollcallException(Message.of(Refusal.IMAGE_FOR_A_VIDEO));
    }
    WatchedFolder.requireConnected(home.footage(), settings.inbox());
    Path folder = home.footage().resolve(className);
    try {
      Readers.GROUP.createFolders(folder);
      Path target = free(folder, start, kind.extension());
      SentFile.move(upload, target, Readers.GROUP);
      return target;
    } catch (IOException e) {
      throw new TemporaryFailure(
          Message.of(Refusal.RECORDING_NOT_KEPT, home.relative(folder), e), e);
    }
  }

  private static Path free(Path folder, LocalDateTime start, String extension) {
    String name = NAME.format(start) + "_" + SENT;
    return Stream.iterate(1, number -> number + 1)
        .map(number -> number == 1 ? name : name + number)
        .map(stem -> folder.resolve(stem + "." + extension))
        .filter(Files::notExists)
        .findFirst()
        .orElseThrow();
  }
}
