package org.rollcall.bench;

import java.nio.file.Path;
import org.rollcall.model.Progress;
import org.rollcall.school.Home;

/** The recording that a benchmark processes, and the class in it. */
public abstract class TestMaterial {
  TestMaterial() {}

  /** {@return a fictitious class, filmed for the benchmark} */
  public static TestMaterial filmed() {
    return new FilmedClass(FilmedClass.USUAL);
  }

  /**
   * Gives a school's own recording.
   *
   * @param recording the recording
   * @param className name of its class
   * @param school the installation with the roster and photos of the class; only read
   * @return the material
   */
  public static TestMaterial of(Path recording, String className, Home school) {
    return new SchoolRecording(recording, className, school);
  }

  /** {@return name of the class} */
  abstract String className();

  /** {@return what the recording shows, in a few words} */
  abstract String title();

  /**
   * Adds the class to an installation.
   *
   * @param home the installation
   * @param progress receives the progress
   * @return the recording, which may lie outside the installation
   */
  abstract Path prepare(BenchHome home, Progress progress);
}
