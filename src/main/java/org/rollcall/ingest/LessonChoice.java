package org.rollcall.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.TemporaryFailure;

/**
 * The lessons that a recording shows: every lesson of which it shows enough; otherwise the one
 * lesson at its start with the most time remaining; otherwise none.
 *
 * @param chosen the lessons shown, in chronological order, without overlaps
 * @param crowdedOut lessons that would have been shown but overlap with a chosen one
 */
record LessonChoice(List<TimedLesson> chosen, List<TimedLesson> crowdedOut) {
  private static final Comparator<TimedLesson> BY_TIME =
      Comparator.comparing(TimedLesson::from).thenComparing(TimedLesson::to);

  static LessonChoice among(List<TimedLesson> lessons) {
    List<TimedLesson> shown = lessons.stream().filter(TimedLesson::isShown).toList();
    if (!shown.isEmpty()) {
      return choose(shown, TimedLesson::overlap, shown.size());
    }
    List<TimedLesson> near = lessons.stream().filter(TimedLesson::isAtTheStart).toList();
    return choose(near, TimedLesson::left, 1);
  }

  private static LessonChoice choose(
      List<TimedLesson> lessons, Function<TimedLesson, Duration> weight, int most) {
    List<TimedLesson> chosen = new ArrayList<>();
    List<TimedLesson> crowdedOut = new ArrayList<>();
    Comparator<TimedLesson> heaviest = Comparator.comparing(weight).reversed();
    for (TimedLesson lesson : lessons.stream().sorted(heaviest.thenComparing(BY_TIME)).toList()) {
      if (chosen.stream().anyMatch(lesson::collidesWith)) {
        crowdedOut.add(lesson);
      } else if (chosen.size() < most) {
        chosen.add(lesson);
      }
    }
    chosen.sort(BY_TIME);
    return new LessonChoice(chosen, crowdedOut);
  }

  LessonChoice {
    chosen = List.copyOf(chosen);
    crowdedOut = List.copyOf(crowdedOut);
  }

  /**
   * Rejects a room that two classes occupy at the same time.
   *
   * @param where name of the room
   * @throws TemporaryFailure if there are such classes
   */
  void requireOneClassAtATime(String where) {
    for (TimedLesson out : crowdedOut) {
      for (TimedLesson in : chosen) {
        requireOneClassAtATime(in, out, where);
      }
    }
  }

  private static void requireOneClassAtATime(TimedLesson in, TimedLesson out, String where) {
    if (in.collidesWith(out) && !in.className().equalsIgnoreCase(out.className())) {
      throw new TemporaryFailure(
          ("Cannot tell the class: the timetable has two classes in room '%s' at the same time,"
                  + " %s at %s and %s at %s. Correct the timetable.")
              .formatted(
                  where, in.className(), in.slot().start(), out.className(), out.slot().start()));
    }
  }

  /** {@return remarks about doubtful choices} */
  Stream<Message> remarks() {
    return crowdedOut.stream()
        .map(
            out ->
                Message.of(
                    Reason.TWO_LESSONS,
                    out.className(),
                    chosen.stream()
                        .filter(out::collidesWith)
                        .map(LessonChoice::times)
                        .collect(Collectors.joining(", ")),
                    times(out)));
  }

  private static String times(TimedLesson lesson) {
    return "%s–%s"
        .formatted(lesson.slot().start().toLocalTime(), lesson.slot().end().toLocalTime());
  }
}
