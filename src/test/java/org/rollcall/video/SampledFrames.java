package org.rollcall.video;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Message;
import org.rollcall.model.Window;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.VideoFrame;

/** All that sampling a recording gives, from its first frame to its last. */
record SampledFrames(
    List<VideoFrame> frames,
    Duration length,
    Optional<Duration> declared,
    List<Window> gaps,
    List<String> warnings) {
  /** Samples a recording by the default settings. */
  static SampledFrames of(Path file) {
    return of(file, SamplingSettings.DEFAULT);
  }

  static SampledFrames of(Path file, SamplingSettings settings) {
    try (FfmpegFrames frames = FfmpegFrames.open(file, settings)) {
      List<VideoFrame> sampled = new ArrayList<>();
      for (Optional<VideoFrame> next = frames.next(); next.isPresent(); next = frames.next()) {
        sampled.add(next.get());
      }
      return new SampledFrames(
          sampled,
          frames.length(),
          frames.declaredLength(),
          frames.gaps(),
          frames.warnings().stream().map(Message::toString).toList());
    }
  }

  List<Long> millis() {
    return frames.stream().map(frame -> frame.at().toMillis()).toList();
  }

  Picture first() {
    return picture(0);
  }

  Picture picture(int index) {
    return frames.get(index).picture();
  }

  List<Long> numbers() {
    return frames.stream().map(frame -> NumberedClips.number(frame.picture())).toList();
  }
}
