package org.rollcall.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rollcall.basics.AtomicFile;
import org.rollcall.basics.Readers;
import org.rollcall.evaluation.Truth;
import org.rollcall.evaluation.TruthFile;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Home;

/**
 * An installation for a demo: settings, a class, and the recording of a lesson with its ground
 * truth. Existing files are kept.
 */
public final class DemoHome {
  /** Name of the class. */
  public static final String CLASS_NAME = "Demo";

  private static final LessonKey LESSON =
      new LessonKey(
          CLASS_NAME, ClassroomFootage.START.toLocalDate(), ClassroomFootage.START.toLocalTime());

  /** A student may miss one part in this many of a lesson without being late, or leaving early. */
  private static final int SHARE_OF_LESSON = 7;

  private static final String SETTINGS =
      """
      # Settings of a demo. What is not written here is as usual.

      school:
        name: Demo school

      marks:
        # A lesson of %1$d s is over before anybody could be ten minutes late, so seconds count here.
        lateAfter: %2$ds
        leftEarlyBefore: %2$ds
      """;
  private static final String MARK =
      """
      Made by 'rollcall demo'. Nobody in it exists. The folder may be deleted as a whole.
      %s
      """;

  private final Home home;
  private final DemoOptions options;

  private DemoHome(Home home, DemoOptions options) {
    this.home = home;
    this.options = options;
  }

  /**
   * Opens a folder for a demo, without writing to it.
   *
   * @param home the folder: one that does not exist, is empty, or holds a demo of the same options
   * @param options options of the demo
   * @return the demo
   * @throws Taken if the folder holds anything else
   */
  public static DemoHome at(Home home, DemoOptions options) {
    DemoHome demo = new DemoHome(home, options);
    if (Files.exists(demo.mark())) {
      demo.requireSameOptions();
    } else {
      demo.requireEmpty();
    }
    return demo;
  }

  /** Thrown for a folder that cannot hold a demo because it holds something else. */
  public static final class Taken extends RollcallException {
    private static final long serialVersionUID = 1L;

    Taken(String message) {
      super(message);
    }
  }

  private void requireSameOptions() {
    try {
      String found = Files.readString(mark()).strip();
      if (!found.equals(markText().strip())) {
        throw new Taken(
            "%s contains a demo with other options: found %s, expected %s. Use the same options, name another folder with --home, or delete this one."
                .formatted(
                    home.root(), found.substring(found.lastIndexOf('\n') + 1), options.typed()));
      }
    } catch (IOException e) {
      throw new RollcallException("Cannot read %s: %s.".formatted(mark(), e), e);
    }
  }

  private void requireEmpty() {
    if (!Files.exists(home.root())) {
      return;
    }
    try (Stream<Path> content = Files.list(home.root())) {
      content
          .map(path -> path.getFileName().toString())
          .sorted()
          .findFirst()
          .ifPresent(
              name -> {
                throw new Taken(
                    "%s was not made by a demo: found '%s' there, expected an empty folder or none. Name another folder with --home."
                        .formatted(home.root(), name));
              });
    } catch (IOException e) {
      throw new Taken(
          "%s cannot hold a demo: %s. Name another folder with --home.".formatted(home.root(), e));
    }
  }

  /** {@return whether the lesson has already been filmed} */
  public boolean filmed() {
    return Files.exists(recording());
  }

  /**
   * Creates whatever is missing. An interruption leaves no recording behind, and the next call
   * starts filming from scratch.
   *
   * @param filmed is told frequently how much of the lesson has been filmed
   * @return what happens in the lesson
   * @throws RollcallException if a file cannot be written
   */
  public Truth make(Consumer<Duration> filmed) {
    try {
      Files.createDirectories(home.config());
      Files.writeString(mark(), markText());
      if (Files.notExists(home.settingsFile())) {
        Files.writeString(home.settingsFile(), settings());
      }
      if (!filmed()) {
        film(filmed);
      }
    } catch (IOException e) {
      throw new RollcallException(
          "Cannot make a demo in %s: %s. Check the free space and the permissions of the folder."
              .formatted(home.root(), e),
          e);
    }
    return TruthFile.read(truthFile());
  }

  /** Films the lesson. The recording gets its final name once everything is complete. */
  private void film(Consumer<Duration> filmed) throws IOException {
    Files.createDirectories(recording().getParent());
    try (AtomicFile film = new AtomicFile(recording(), Readers.GROUP)) {
      Truth truth =
          ClassroomFootage.compose(
              options.scene(), home.classFolder(CLASS_NAME), film.aside(), filmed);
      TruthFile.write(
          new Truth(recording(), truth.length(), truth.attendance(), truth.strangers()),
          truthFile());
      film.commit();
    }
  }

  private String settings() {
    long seconds = options.length().toSeconds();
    return SETTINGS.formatted(seconds, seconds / SHARE_OF_LESSON);
  }

  private String markText() {
    return MARK.formatted(options.typed());
  }

  /** {@return the recording} */
  public Path recording() {
    return home.footage().resolve(CLASS_NAME).resolve(LESSON.dayAndTime() + ".mp4");
  }

  /** {@return the file with the ground truth about it} */
  public Path truthFile() {
    return recording().resolveSibling("truth.json");
  }

  /**
   * {@return the folder for the machine-readable results, filled once the recording is processed}
   */
  public Path results() {
    return home.output(LESSON);
  }

  private Path mark() {
    return home.config().resolve("demo.txt");
  }
}
