package org.rollcall.identity;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Point;
import org.rollcall.model.picture.Quality;

/** Faces and tracks in a classroom that is sampled once a second. */
final class MadeTracks {
  private static final Picture PIXEL = new Picture(1, 1, new byte[3]);

  private MadeTracks() {}

  /** {@return the place of a face of 40 pixels; seats are far apart} */
  static Box seat(int number) {
    return at(200 * number, 100);
  }

  /** {@return a face of 40 pixels around a place} */
  static Box at(float x, float y) {
    return new Box(x - 20, y - 20, x + 20, y + 20);
  }

  static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(1000 * seconds));
  }

  /** {@return a good picture of a face} */
  static Sighting sighting(double second, Box box) {
    return sighting(second, box, 1);
  }

  static Sighting sighting(double second, Box box, float sharpness) {
    return sighting(second, box, new Quality(80, sharpness, 1, 1, 1));
  }

  /** {@return a picture of a face that tells nothing about whose it is} */
  static Sighting unreadable(double second, Box box) {
    return sighting(second, box, new Quality(20, 0, 1, 0.5f, 0));
  }

  private static Sighting sighting(double second, Box box, Quality quality) {
    Point middle = box.centre();
    Face face = new Face(box, new Landmarks(middle, middle, middle, middle, middle), 1);
    return new Sighting(seconds(second), face, new FaceCrop(PIXEL, face), quality);
  }

  /** {@return somebody in a seat, seen every second from the first to the last one} */
  static Tracklet track(Embedding face, int seat, int first, int last) {
    Sighting best = sighting(first, seat(seat));
    return new Tracklet(
        path(seat, first, last), face, 1 + last - first, best, Tracklet.FIRST_CAMERA);
  }

  /** {@return the same track with pictures of another weight} */
  static Tracklet weighing(float weight, Tracklet track) {
    return new Tracklet(track.path(), track.mean(), weight, track.best(), track.camera());
  }

  /** {@return somebody in a seat of whom no picture tells anything} */
  static Tracklet unreadable(Embedding face, int seat, int first, int last) {
    Sighting best = unreadable(first, seat(seat));
    return new Tracklet(path(seat, first, last), face, 0.01f, best, Tracklet.FIRST_CAMERA);
  }

  private static List<Track.Step> path(int seat, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(second -> new Track.Step(seconds(second), seat(seat)))
        .toList();
  }
}
