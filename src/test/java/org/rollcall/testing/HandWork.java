package org.rollcall.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.rollcall.home.Installation;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.LessonRegister;
import org.rollcall.run.FootageRun;
import org.rollcall.run.ManualRun;
import org.rollcall.run.RunListener;
import org.rollcall.run.Workbench;
import org.rollcall.school.Home;

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
        Workbench workbench = Workbench.open(installation)) {
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
    return new ManualRun(installation, workbench, RunListener.NONE).process(recording).get(0);
  }

  /**
   * Processes a recording that shows one lesson, also again.
   *
   * @param home the installation
   * @param recording the recording
   * @return what the sheet shows
   */
  public static LessonRegister register(Home home, Path recording) {
    return process(home, recording).register().orElseThrow();
  }

  /**
   * Processes what waits in the watched folder.
   *
   * @param home the installation
   * @return what the run did
   */
  public static FootageRun.Report run(Home home) {
    return run(home, RunListener.NONE);
  }

  /**
   * Processes what waits in the watched folder.
   *
   * @param home the installation
   * @param listener hears what happens
   * @return what the run did
   */
  public static FootageRun.Report run(Home home, RunListener listener) {
    try (Installation installation = Installation.open(home, Clock.systemUTC());
        Workbench workbench = Workbench.open(installation)) {
      return new FootageRun(installation, workbench)
          .run(FootageRun.Options.ALL, HandWork::doNotWait, listener);
    }
  }

  private static void doNotWait(Duration time) {}
}
