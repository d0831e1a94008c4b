package org.rollcall.face;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.rollcall.model.Box;
import org.rollcall.model.Face;

/**
 * Where faces were seen of late. In a room they come back to the same few places: a face that is
 * hidden now will most likely be seen again where it was.
 */
final class KnownPlaces {
  /** Who is hidden for longer than this is found again by the next search of the whole picture. */
  private static final Duration MEMORY = Duration.ofMinutes(3);

  /** Boxes that overlap more are one place. */
  private static final float SAME = 0.5f;

  private final Deque<Seen> newestFirst = new ArrayDeque<>();

  private record Seen(Duration at, List<Box> boxes) {}

  /** Takes the faces of a picture that was searched as a whole, later than all before. */
  void add(Duration at, List<Face> faces) {
    newestFirst.addFirst(new Seen(at, faces.stream().map(Face::box).toList()));
  }

  /**
   * The places of the faces seen of late.
   *
   * @param time the latest sighting that counts; not before that of the last call
   * @return one box for each place, the newest
   */
  List<Box> until(Duration time) {
    while (!newestFirst.isEmpty() && newestFirst.getLast().at().plus(MEMORY).compareTo(time) < 0) {
      newestFirst.removeLast();
    }
    List<Box> places = new ArrayList<>();
    for (Seen seen : newestFirst) {
      if (seen.at().compareTo(time) <= 0) {
        for (Box box : seen.boxes()) {
          if (places.stream().noneMatch(place -> place.iou(box) > SAME)) {
            places.add(box);
          }
        }
      }
    }
    return places;
  }
}
