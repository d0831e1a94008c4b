package org.rollcall.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rollcall.testing.Seats.Seat;
import org.rollcall.testing.Truth.Visit;

/**
 * One person's part in a lesson.
 *
 * @param person number of the portraits
 * @param seat where
 * @param visit when
 * @param hidden when a book is held before the face
 * @param phase what keeps people from moving all alike (0..1)
 */
record Performance(int person, Seat seat, Visit visit, List<Visit> hidden, double phase) {
  private static final double HIDDEN_PER_SECOND = 1.0 / 15;
  private static final Duration SHOWN_AT_BOTH_ENDS = Duration.ofSeconds(2);

  Performance {
    hidden = List.copyOf(hidden);
  }

  /** Lets chance decide when the face is hidden; never while the person comes or goes. */
  static Performance of(int person, Seat seat, Visit visit, Random random) {
    List<Visit> hidden = new ArrayList<>();
    Duration free = visit.first().plus(SHOWN_AT_BOTH_ENDS);
    Duration end = visit.last().minus(SHOWN_AT_BOTH_ENDS);
    while (true) {
      Duration from = free.plus(seconds(-Math.log(1 - random.nextDouble()) / HIDDEN_PER_SECOND));
      Duration to = from.plus(seconds(1 + 3 * random.nextDouble()));
      if (to.compareTo(end) > 0) {
        return new Performance(person, seat, visit, hidden, random.nextDouble());
      }
      hidden.add(new Visit(from, to));
      free = to.plus(SHOWN_AT_BOTH_ENDS);
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(1000 * seconds));
  }

  boolean shownAt(Duration time) {
    return within(visit, time);
  }

  boolean hiddenAt(Duration time) {
    return hidden.stream().anyMatch(pause -> within(pause, time));
  }

  private static boolean within(Visit visit, Duration time) {
    return time.compareTo(visit.first()) >= 0 && time.compareTo(visit.last()) <= 0;
  }
}
