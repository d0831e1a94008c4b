package org.rollcall.lesson;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.LessonKey;
import org.rollcall.store.Claim.Piece;

/**
 * Where the recordings of a lesson lie in it.
 *
 * @param begins when the first of them begins
 * @param placed all of them, in the order of time
 */
record Placement(ZonedDateTime begins, List<Placed> placed) {
  /** Chunks of one camera may overlap by so much without being two cameras. */
  private static final Duration SEAM = Duration.ofSeconds(5);

  Placement {
    placed = List.copyOf(placed);
  }

  /**
   * A recording in its lesson.
   *
   * @param piece the recording
   * @param shift what brings a time of the recording to the time of the lesson
   * @param camera number of the camera, from 0
   */
  record Placed(Piece piece, Duration shift, int camera) {
    Duration from() {
      return shift.plus(piece.from());
    }

    /** {@return where it ends in the lesson, as far as known before it is read} */
    Optional<Duration> to() {
      Optional<Duration> end = piece.to().or(piece::length);
      return end.map(shift::plus);
    }
  }

  /**
   * Places recordings.
   *
   * @param lesson which lesson
   * @param pieces its recordings (not empty)
   * @param zone the school's time zone, for recordings of which nobody knows when they begin
   */
  static Placement of(LessonKey lesson, List<Piece> pieces, ZoneId zone) {
    Map<Piece, ZonedDateTime> begins = new HashMap<>();
    for (Piece piece : pieces) {
      ZonedDateTime stated =
          piece.begins().orElseGet(() -> lesson.date().atTime(lesson.start()).atZone(zone));
      begins.put(piece, stated.plus(earlierParts(piece, pieces)));
    }
    Comparator<Piece> byStart =
        Comparator.comparing(piece -> begins.get(piece).plus(piece.from()).toInstant());
    List<Piece> inOrder = pieces.stream().sorted(byStart.thenComparing(Piece::file)).toList();
    Piece first = inOrder.get(0);
    ZonedDateTime start = begins.get(first).plus(first.from());
    Cameras cameras = new Cameras();
    List<Placed> placed = new ArrayList<>();
    for (Piece piece : inOrder) {
      placed.add(cameras.place(piece, Duration.between(start, begins.get(piece))));
    }
    return new Placement(start, placed);
  }

  /** How long the parts are that come before one, where several state the same begin. */
  private static Duration earlierParts(Piece piece, List<Piece> all) {
    if (piece.part().isEmpty()) {
      return Duration.ZERO;
    }
    return all.stream()
        .filter(other -> other.part().isPresent())
        .filter(other -> other.part().getAsInt() < piece.part().getAsInt())
        .filter(other -> other.begins().equals(piece.begins()))
        .filter(other -> other.camera().equals(piece.camera()))
        .map(other -> other.length().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Gives numbers to cameras: what overlaps in time was not filmed by one. */
  private static final class Cameras {
    private final List<Optional<String>> names = new ArrayList<>();
    private final List<Duration> ends = new ArrayList<>();

    Placed place(Piece piece, Duration shift) {
      int camera = 0;
      Duration from = shift.plus(piece.from()).plus(SEAM);
      while (camera < names.size()
          && !(names.get(camera).equals(piece.camera()) && from.compareTo(ends.get(camera)) >= 0)) {
        camera++;
      }
      Placed placed = new Placed(piece, shift, camera);
      Duration end = placed.to().orElse(from);
      if (camera == names.size()) {
        names.add(piece.camera());
        ends.add(end);
      } else {
        ends.set(camera, end);
      }
      return placed;
    }
  }
}
