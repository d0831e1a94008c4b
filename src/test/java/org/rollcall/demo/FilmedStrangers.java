package org.rollcall.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.rollcall.demo.Performance.Stay;
import org.rollcall.demo.SeatingPlan.Seat;

/** A lesson of people who are none of a class. */
public final class FilmedStrangers {
  private static final int PEOPLE = 6;
  private static final Scene SCENE =
      new Scene(
          8,
          new Scene.Camera(960, 540, 5, 60, 90),
          Duration.ofSeconds(8),
          new Scene.Cast(PEOPLE, 0, 0));

  private FilmedStrangers() {}

  /**
   * Films the lesson.
   *
   * @param classmates names of those who must not be in it
   * @param recording where to
   */
  public static void film(Collection<String> classmates, Path recording) throws IOException {
    Random random = new Random(8);
    List<Seat> seats = SeatingPlan.of(SCENE.camera(), PEOPLE);
    TimeSpan whole = new TimeSpan(0, SCENE.length().toSeconds());
    List<Integer> people =
        IntStream.rangeClosed(1, Portrait.PEOPLE)
            .filter(person -> !classmates.contains(Names.of(person)))
            .limit(PEOPLE)
            .boxed()
            .toList();
    List<Performance> performances = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      performances.add(
          Performance.random(people.get(i), seats.get(i), new Stay(whole, whole), random));
    }
    new LessonFilm(SCENE, performances, LocalDate.of(2026, 1, 5).atTime(9, 0))
        .write(recording, filmed -> {});
  }
}
