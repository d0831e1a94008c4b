package org.rollcall.lesson;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.rollcall.identity.PersonCluster;
import org.rollcall.identity.Sighting;
import org.rollcall.identity.Track;
import org.rollcall.identity.Tracklet;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Point;
import org.rollcall.model.picture.Quality;
import org.rollcall.model.picture.VideoFrame;

/** Faces of 40 pixels in a classroom, and the people they belong to. */
final class MadeFaces {
  static final Quality GOOD = new Quality(80, 1, 1, 1, 1);

  /** Numbers in an embedding of the pack that the fake engine names. */
  private static final int DIMENSION = 256;

  private MadeFaces() {}

  static Duration minutes(double minutes) {
    return Duration.ofMillis(Math.round(60_000 * minutes));
  }

  /** {@return a grey frame with room for three seats} */
  static VideoFrame frame(Duration at) {
    return new VideoFrame(at, new Picture(240, 80, new byte[3 * 240 * 80]));
  }

  /** {@return a face in a seat: 0, 1 or 2} */
  static Face face(int seat) {
    float x = 40 + 80 * seat;
    Point middle = new Point(x, 40);
    return new Face(
        new Box(x - 20, 20, x + 20, 60), new Landmarks(middle, middle, middle, middle, middle), 1);
  }

  /** {@return an embedding along one of the axes} */
  static Embedding embedding(int axis) {
    float[] values = new float[DIMENSION];
    values[axis] = 1;
    return Embedding.ofUnit(values);
  }

  /** {@return somebody in a seat, seen once a minute from the first to the last one} */
  static Tracklet track(int seat, int first, int last) {
    List<Track.Step> path =
        IntStream.rangeClosed(first, last)
            .mapToObj(minute -> new Track.Step(minutes(minute), face(seat).box()))
            .toList();
    FaceCrop crop = FaceCrop.of(frame(minutes(first)).picture(), face(seat));
    Sighting best = new Sighting(minutes(first), face(seat), crop, GOOD);
    return new Tracklet(path, embedding(seat), 1, best, 0);
  }

  /** {@return a person of one track} */
  static PersonCluster person(int seat, int first, int last) {
    return new PersonCluster(List.of(track(seat, first, last)));
  }
}
