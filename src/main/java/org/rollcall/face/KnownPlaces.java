package org.rollcall.face;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;

/**
 * Remembers where faces were seen recently. In a classroom they return to the same few places: a
 * face that is hidden now will most likely reappear where it was.
 */
final class KnownPlaces {
  /** A face that is hidden for longer is found again by the next search of a whole picture. */
  private static final Duration MEMORY = Duration.ofMinutes(3);

  /** Boxes with a higher IoU are one place. */
  private static final float SAME = 0.5f;

  /** A face with a higher IoU belongs to a place: heads move. */
  private static final float NEAR = 0.2f;

  /**
   * A face in this many whole pictures is well known, and more pictures of it hardly add anything:
   * two minutes at the default interval, in which the pictures in between were searched as well.
   */
  private static final int WELL_KNOWN = 15;

  private final Deque<SeenPlace> newestFirst = new ArrayDeque<>();

  private record SeenPlace(Duration at, List<Box> boxes) {
    boolean shows(Box place) {
      return boxes.stream().anyMatch(box -> box.iou(place) > NEAR);
    }
  }

  /** Adds the faces of a picture that was searched as a whole, later than all added before. */
  void add(Duration at, List<Face> faces) {
    newestFirst.addFirst(new SeenPlace(at, faces.stream().map(Face::box).toList()));
  }

  /**
   * The places to search between two whole pictures. Places of well-known faces are left out if
   * both pictures show the face, which is taken to have stayed there; if only one does, it came or
   * went in between.
   *
   * @param later time of the later picture; not before that of the last call
   * @return one box for each place, the newest
   */
  List<Box> openBefore(Duration later) {
    while (!newestFirst.isEmpty() && newestFirst.getLast().at().plus(MEMORY).compareTo(later) < 0) {
      newestFirst.removeLast();
    }
    List<SeenPlace> until =
        newestFirst.stream().filter(seen -> seen.at().compareTo(later) <= 0).toList();
    List<Box> places = new ArrayList<>();
    until.stream()
        .flatMap(seen -> seen.boxes().stream())
        .filter(box -> places.stream().noneMatch(place -> place.iou(box) > SAME))
        .forEach(places::add);
    places.removeIf(place -> isSettled(place, until));
    return places;
  }

  private static boolean isSettled(Box place, List<SeenPlace> newestFirst) {
    return newestFirst.size() >= WELL_KNOWN
        && newestFirst.get(0).shows(place)
        && newestFirst.get(1).shows(place)
        && newestFirst.stream().filter(seen -> seen.shows(place)).count() >= WELL_KNOWN;
  }
}
