package org.rollcall.lesson;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.Inspection;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.Window;

/**
 * The position of each recording on the timeline of its lesson.
 *
 * @param start time at which the first part starts, the start of the lesson's timeline
 * @param parts all parts, in chronological order
 */
record Placement(ZonedDateTime start, List<PlacedPart> parts) {
  /** Greatest overlap at which consecutive chunks still count as coming from one camera. */
  private static final Duration SEAM = Duration.ofSeconds(5);

  Placement {
    parts = List.copyOf(parts);
  }

  /**
   * Places recordings on the timeline of a lesson.
   *
   * @param lesson the lesson
   * @param parts the parts of recordings that show it (not empty)
   * @param zone the school's time zone, for recordings whose start is unknown
   */
  static Placement of(LessonKey lesson, Collection<RecordingPart> parts, ZoneId zone) {
    Map<RecordingPart, ZonedDateTime> starts = new HashMap<>();
    for (RecordingPart part : parts) {
      ZonedDateTime stated =
          part.recording()
              .start()
              .orElseGet(() -> lesson.date().atTime(lesson.start()).atZone(zone));
      starts.put(part, stated.plus(earlierChunks(part.recording(), parts)));
    }
    Comparator<RecordingPart> byStart =
        Comparator.comparing(part -> starts.get(part).plus(part.window().from()).toInstant());
    List<RecordingPart> inOrder =
        parts.stream().sorted(byStart.thenComparing(part -> part.recording().file())).toList();
    RecordingPart first = inOrder.get(0);
    ZonedDateTime start = starts.get(first).plus(first.window().from());
    Cameras cameras = new Cameras();
    List<PlacedPart> placed = new ArrayList<>();
    for (RecordingPart part : inOrder) {
      placed.add(cameras.place(part, Duration.between(start, starts.get(part))));
    }
    return new Placement(start, placed);
  }

  /** Total length of the chunks before this one where several chunks state the same start. */
  private static Duration earlierChunks(Inspection one, Collection<RecordingPart> all) {
    if (one.chunk().isEmpty()) {
      return Duration.ZERO;
    }
    return all.stream()
        .map(RecordingPart::recording)
        .filter(other -> other.chunk().isPresent())
        .filter(other -> other.chunk().getAsInt() < one.chunk().getAsInt())
        .filter(other -> other.start().equals(one.start()))
        .filter(other -> other.camera().equals(one.camera()))
        .map(other -> other.length().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * Leaves out what an earlier chunk of the same camera has shown already: whoever sits there would
   * be seen twice at the same time, and taken for two people.
   */
  private static RecordingPart after(Duration shown, RecordingPart part) {
    Window window = part.window();
    boolean isOverlap = shown.compareTo(window.from()) > 0 && !window.endsBy(shown);
    return isOverlap
        ? new RecordingPart(part.recording(), part.lesson(), new Window(shown, window.to()))
        : part;
  }

  /** Numbers the cameras: parts that overlap in time come from different cameras. */
  private static final class Cameras {
    private final List<Optional<String>> names = new ArrayList<>();
    private final List<Duration> ends = new ArrayList<>();

    PlacedPart place(RecordingPart part, Duration shift) {
      Optional<String> name = part.recording().camera();
      Duration from = shift.plus(part.window().from()).plus(SEAM);
      int camera = 0;
      while (camera < names.size()
          && !(names.get(camera).equals(name) && from.compareTo(ends.get(camera)) >= 0)) {
        camera++;
      }
      Duration before = camera < names.size() ? ends.get(camera).minus(shift) : Duration.ZERO;
      PlacedPart placed = new PlacedPart(after(before, part), shift, camera);
      Duration end = placed.to().orElse(from);
      if (camera == names.size()) {
        names.add(name);
        ends.add(end);
      } else {
        ends.set(camera, end);
      }
      return placed;
    }
  }
}
