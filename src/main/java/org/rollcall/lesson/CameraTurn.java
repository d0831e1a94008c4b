package org.rollcall.lesson;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rollcall.coverage.Upright;
import org.rollcall.face.FaceFinder.Searched;
import org.rollcall.face.FaceSearch;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Sample;
import org.rollcall.model.picture.VideoFrame;

/** Turns the frames of a camera that hangs upside down or on its side. */
final class CameraTurn {
  /** A recording that proves turned within this time is read again from its start. */
  private static final Duration EARLY = Duration.ofMinutes(2);

  private final Function<List<FaceSearch>, List<List<Face>>> detector;
  private final Duration start;
  private Upright upright = new Upright();
  private int turns;
  private boolean again;
  private boolean restarted;
  private Optional<Duration> since = Optional.empty();

  /**
   * Starts with a camera that is upright.
   *
   * @param detector finds the faces of each search
   * @param start time of the first frame
   */
  CameraTurn(Function<List<FaceSearch>, List<List<Face>>> detector, Duration start) {
    this.detector = detector;
    this.start = start;
  }

  /** {@return a frame of the camera, upright as far as is known} */
  Sample upright(Sample sample) {
    int turned = turns;
    return turned == 0
        ? sample
        : sample.map(frame -> new VideoFrame(frame.at(), frame.picture().turned(turned)));
  }

  /** Looks at the next frame with its faces. */
  void look(Searched searched) {
    Duration at = searched.frame().at();
    int found = searched.faces().size();
    if (!again && upright.isDue(at, found)) {
      Picture picture = searched.frame().picture();
      // In some places only, there are few faces in any case.
      int faces = searched.places().isEmpty() ? found : facesIn(picture);
      turn(upright.turns(at, faces, more -> facesIn(picture.turned(more))), at);
    }
  }

  private int facesIn(Picture picture) {
    return detector.apply(List.of(FaceSearch.whole(picture))).get(0).size();
  }

  private void turn(int more, Duration at) {
    if (more > 0) {
      turns = (turns + more) % 4;
      upright = new Upright();
      again = !restarted && at.minus(start).compareTo(EARLY) < 0;
      since = Optional.of(again ? start : at);
    }
  }

  /** {@return whether the recording should be read again from its start} */
  boolean isFoundEarly() {
    return again;
  }

  /** Starts with the first frame again, turned as found out. */
  void restart() {
    again = false;
    restarted = true;
  }

  /** {@return what the reader of the results should know; empty if the camera is upright} */
  Optional<Message> remark() {
    return since
        .filter(time -> turns != 0)
        .map(
            time ->
                Message.of(
                    Reason.CAMERA_TURNED,
                    turns,
                    "%02d:%02d".formatted(time.toMinutes(), time.toSecondsPart())));
  }
}
