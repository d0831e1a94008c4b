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

  /** A face that overlaps a place so much is the one of that place: heads move. */
  private static final float NEAR = 0.2f;

  /**
   * Whole pictures that show a face after which more pictures of it hardly tell anything new: two
   * minutes with the usual time between them, and the pictures between them were looked at as well.
   */
  private static final int WELL_KNOWN = 15;

  private final Deque<Seen> newestFirst = new ArrayDeque<>();

  private record Seen(Duration at, List<Box> boxes) {
    boolean shows(Box place) {
      return boxes.stream().anyMatch(box -> box.iou(place) > NEAR);
    }
  }

  /** Takes the faces of a picture that was searched as a whole, later than all before. */
  void add(Duration at, List<Face> faces) {
    newestFirst.addFirst(new Seen(at, faces.stream().map(Face::box).toList()));
  }

  /**
   * The places to look at between two whole pictures. Of those where a face was seen often enough
   * to know it well, it is only those where one of the two shows a face and the other does not: it
   * came or went in between. Where both show it, it is taken to have been there.
   *
   * @param later time of the later one of the two; not before that of the last call
   * @return one box for each place, the newest
   */
  List<Box> openBefore(Duration later) {
    while (!newestFirst.isEmpty() && newestFirst.getLast().at().plus(MEMORY).compareTo(later) < 0) {
      newestFirst.removeLast();
    }
    List<Seen> until =
        newestFirst.stream().filter(seen -> seen.at().compareTo(later) <= 0).toList();
    List<Box> places = new ArrayList<>();
    for (Seen seen : until) {
      for (Box box : seen.boxes()) {
        if (places.stream().noneMatch(place -> place.iou(box) > SAME)) {
          places.add(box);
        }
      }
    }
    places.removeIf(place -> isSettled(place, until));
    return places;
  }

  private static boolean isSettled(Box place, List<Seen> newestFirst) {
    return newestFirst.size() >= WELL_KNOWN
        && newestFirst.get(0).shows(place)
        && newestFirst.get(1).shows(place)
        && newestFirst.stream().filter(seen -> seen.shows(place)).count() >= WELL_KNOWN;
  }
}
