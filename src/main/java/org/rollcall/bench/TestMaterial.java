package org.rollcall.bench;

import java.nio.file.Path;
import org.rollcall.model.Progress;
import org.rollcall.school.Home;

/** What is processed: a recording, and the class that is in it. */
public abstract class TestMaterial {
  TestMaterial() {}

  /** {@return a class that does not exist, filmed for the purpose} */
  public static TestMaterial filmed() {
    return new FilmedClass(FilmedClass.USUAL);
  }

  /**
   * A recording of a school's own.
   *
   * @param recording the recording
   * @param className name of its class
   * @param school where the class has its roster and photos; only read
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
   * Puts the class into an installation.
   *
   * @param home the installation
   * @param progress hears how far it is
   * @return the recording, which need not lie in the installation
   */
  abstract Path prepare(BenchHome home, Progress progress);
}
