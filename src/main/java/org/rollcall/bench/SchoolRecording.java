package org.rollcall.bench;

import java.nio.file.Path;
import org.rollcall.model.Progress;
import org.rollcall.school.Home;
import org.rollcall.school.RosterFile;

/** A school's own recording and class. */
final class SchoolRecording extends TestMaterial {
  private final Path recording;
  private final String className;
  private final Home school;

  SchoolRecording(Path recording, String className, Home school) {
    this.recording = recording;
    this.className = className;
    this.school = school;
  }

  @Override
  String className() {
    return className;
  }

  @Override
  String title() {
    return recording.getFileName().toString();
  }

  @Override
  Path prepare(BenchHome home, Progress progress) {
    RosterFile.read(school, className);
    home.copyClass(school, className);
    return recording;
  }
}
