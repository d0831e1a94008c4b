package org.rollcall.bench;

import java.time.Duration;
import org.rollcall.model.Progress;

/** Progress shown under a fixed title. */
final class Titled implements Progress {
  private final String title;
  private final Progress progress;

  Titled(String title, Progress progress) {
    this.title = title;
    this.progress = progress;
  }

  @Override
  public void start(String what) {
    progress.start(title);
  }

  @Override
  public void recording(Duration position, Duration length) {
    progress.recording(position, length);
  }

  @Override
  public void end() {
    progress.end();
  }
}
