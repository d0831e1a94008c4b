package org.rollcall.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.inbox.WatchedFolder;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;

/**
 * Puts a recording that somebody sent into the watched folder, under a name that says class, day
 * and time, as if facilities staff had dropped it there.
 */
public final class RecordingDrop {
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd_HHmmss");

  /** What the name says in the place of the camera. */
  private static final String SENT = "sent";

  private final Home home;
  private final Settings settings;

  /**
   * Prepares.
   *
   * @param home the installation
   * @param settings its settings
   */
  public RecordingDrop(Home home, Settings settings) {
    this.home = home;
    this.settings = settings;
  }

  /**
   * Takes a recording.
   *
   * @param className name of the class that it shows
   * @param begin when it begins, on the school's clock
   * @param upload the file as it came; it is moved
   * @return where it is now
   * @throws RollcallException if it is no video
   * @throws TemporaryFailure if the folder does not take it
   */
  public Path take(String className, LocalDateTime begin, Path upload) {
    MediaKind kind = MediaKind.of(upload);
    if (!kind.isVideo()) {
      throw new RollcallException(
          "This is a picture. Send a video of the class, ten seconds or longer.");
    }
    WatchedFolder.requireConnected(home.footage(), settings.inbox());
    Path folder = home.footage().resolve(className);
    try {
      Files.createDirectories(folder);
      Path target = free(folder, begin, kind.extension());
      SentFile.move(upload, target);
      return target;
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot put the recording into %s: %s. Check the free space, and who may write there."
              .formatted(home.relative(folder), e),
          e);
    }
  }

  private static Path free(Path folder, LocalDateTime begin, String extension) {
    String name = NAME.format(begin) + "_" + SENT;
    return Stream.iterate(1, number -> number + 1)
        .map(number -> number == 1 ? name : name + number)
        .map(stem -> folder.resolve(stem + "." + extension))
        .filter(Files::notExists)
        .findFirst()
        .orElseThrow();
  }
}
