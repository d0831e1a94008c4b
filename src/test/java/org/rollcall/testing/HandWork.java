package org.rollcall.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.rollcall.config.Home;
import org.rollcall.lesson.FootageRun;
import org.rollcall.lesson.Installation;
import org.rollcall.lesson.LessonReport;
import org.rollcall.lesson.Progress;
import org.rollcall.lesson.Workbench;
import org.rollcall.model.Register;

/** Work on recordings within the process of the tests. */
public final class HandWork {
  private HandWork() {}

  /**
   * Processes a recording that shows one lesson, also again.
   *
   * @param home the installation
   * @param recording the recording
   * @return what became of it
   */
  public static LessonReport process(Home home, Path recording) {
    try (Installation installation = Installation.open(home, Clock.systemUTC());
        Workbench workbench = installation.workbench()) {
      return process(installation, workbench, recording);
    }
  }

  /**
   * Processes a recording that shows one lesson, also again.
   *
   * @param installation the installation
   * @param workbench where the work is done
   * @param recording the recording
   * @return what became of it
   */
  public static LessonReport process(
      Installation installation, Workbench workbench, Path recording) {
    return installation.process(recording, Optional.empty(), workbench, Progress.NONE).get(0);
  }

  /**
   * Processes a recording that shows one lesson, also again.
   *
   * @param home the installation
   * @param recording the recording
   * @return what the sheet shows
   */
  public static Register register(Home home, Path recording) {
    return process(home, recording).register().orElseThrow();
  }

  /**
   * Processes what waits in the watched folder.
   *
   * @param home the installation
   * @return what the run did
   */
  public static FootageRun.Report run(Home home) {
    return run(home, FootageRun.Listener.NONE);
  }

  /**
   * Processes what waits in the watched folder.
   *
   * @param home the installation
   * @param listener hears what happens
   * @return what the run did
   */
  public static FootageRun.Report run(Home home, FootageRun.Listener listener) {
    try (Installation installation = Installation.open(home, Clock.systemUTC());
        Workbench workbench = installation.workbench()) {
      return installation
          .footageRun(workbench)
          .run(FootageRun.Plan.ALL, HandWork::doNotWait, listener);
    }
  }

  private static void doNotWait(Duration time) {}
}
