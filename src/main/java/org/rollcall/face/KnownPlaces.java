package org.rollcall.face;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;

/**
 * Remembers where faces were seen in whole pictures, and says where it is worth looking between two
 * of them. In a classroom faces return to the same few places: one that is hidden now will most
 * likely reappear where it was. The places between two whole pictures are
 *
 * <ul>
 *   <li><b>changing</b> if a face comes or goes: it is in only one of the two, and in none of the
 *       {@value #LOOK_AROUND} beyond the other. Who is hidden for less than that did not leave.
 *   <li><b>uncertain</b> if a face was seen there lately, but not often: more views of it help to
 *       recognise it, or to tell that it is none, and it may show itself for a moment only.
 *   <li><b>settled</b> otherwise: there is nothing to be learnt.
 * </ul>
 */
final class KnownPlaces {
  /**
   * Number of whole pictures before and after that tell a change from a face hidden for a while.
   */
  static final int LOOK_AROUND = 2;

  /** A face that is hidden for longer is found again by the next search of a whole picture. */
  private static final Duration MEMORY = Duration.ofMinutes(3);

  /** Boxes with a higher IoU are one place. */
  private static final float SAME = 0.5f;

  /** A face with a higher IoU belongs to a place: heads move. */
  private static final float NEAR = 0.2f;

  /** A face in this many whole pictures is well known: there are enough to recognise it by. */
  private static final int WELL_KNOWN = 8;

  private final Deque<WholePicture> newestFirst = new ArrayDeque<>();

  private record WholePicture(Duration at, List<Box> boxes) {
    boolean shows(Box place) {
      return boxes.stream().anyMatch(box -> box.iou(place) > NEAR);
    }
  }

  /**
   * Where to look between two whole pictures, one box for each place.
   *
   * @param changing places where somebody comes or goes
   * @param uncertain other places where more views are of value
   */
  record Open(List<Box> changing, List<Box> uncertain) {
    List<Box> all() {
      return Stream.concat(changing.stream(), uncertain.stream()).toList();
    }
  }

  /** Adds the faces of a picture that was searched as a whole, later than all added before. */
  void add(Duration at, List<Face> faces) {
    newestFirst.addFirst(new WholePicture(at, faces.stream().map(Face::box).toList()));
  }

  /**
   * The places to search between a whole picture and the one before.
   *
   * @param later time of the picture, which was added, as were {@value #LOOK_AROUND} after it
   *     unless the recording ends before; not before that of the last call
   */
  Open openBefore(Duration later) {
    while (!newestFirst.isEmpty() && newestFirst.getLast().at().plus(MEMORY).compareTo(later) < 0) {
      newestFirst.removeLast();
    }
    List<WholePicture> all = List.copyOf(newestFirst);
    int now = 0;
    while (all.get(now).at().compareTo(later) > 0) {
      now++;
    }
    return new Gap(all.subList(Math.max(0, now - LOOK_AROUND), now), all.subList(now, all.size()))
        .open();
  }

  /**
   * The time between two neighbouring whole pictures.
   *
   * @param after whole pictures after both
   * @param until whole pictures up to the later of the two, newest first
   */
  private record Gap(List<WholePicture> after, List<WholePicture> until) {
    Open open() {
      Map<Boolean, List<Box>> places =
          places().stream().collect(Collectors.partitioningBy(this::isChanging));
      return new Open(
          places.get(true), places.get(false).stream().filter(this::isUncertain).toList());
    }

    private List<Box> places() {
      List<Box> places = new ArrayList<>();
      until.stream()
          .flatMap(picture -> picture.boxes().stream())
          .filter(box -> places.stream().noneMatch(place -> place.iou(box) > SAME))
          .forEach(places::add);
      return places;
    }

    /** Seen in one picture only, it is no coming or going: it may not even be a face. */
    private boolean isChanging(Box place) {
      long before = times(place, before());
      long since = times(place, since());
      return (since == 0 && before > 1 && before().get(0).shows(place))
          || (before == 0 && since > 1 && until.get(0).shows(place));
    }

    private List<WholePicture> before() {
      return until.subList(1, Math.min(until.size(), 2 + LOOK_AROUND));
    }

    private List<WholePicture> since() {
      return Stream.concat(after.stream(), Stream.of(until.get(0))).toList();
    }

    private boolean isUncertain(Box place) {
      long seen = times(place, until);
      boolean now = times(place, until.subList(0, Math.min(until.size(), 2))) > 0;
      return seen < WELL_KNOWN && (seen > 1 || now);
    }

    private static long times(Box place, List<WholePicture> pictures) {
      return pictures.stream().filter(picture -> picture.shows(place)).count();
    }
  }
}
