package org.rollcall.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.rollcall.demo.Performance.Stay;
import org.rollcall.demo.SeatingPlan.Seat;
import org.rollcall.evaluation.Truth;

/**
 * Lessons of one class in which the same people come, a stranger among them; each time everybody
 * sits and moves in another way.
 */
public final class FilmedTerm {
  private static final Scene SCENE =
      new Scene(
          3, new Scene.Camera(768, 432, 2, 60, 76), Duration.ofSeconds(8), new Scene.Cast(2, 2, 1));

  private final List<Integer> people;

  /**
   * Makes the class.
   *
   * @param classFolder gets roster and photos: two students who come, two who do not
   */
  public FilmedTerm(Path classFolder) throws IOException {
    Path unused = Files.createTempDirectory("rollcall-term").resolve("unused.mp4");
    Truth truth = ClassroomFootage.compose(SCENE, classFolder, unused, filmed -> {});
    Files.delete(unused);
    Files.delete(unused.getParent());
    List<String> names = new ArrayList<>(truth.strangers());
    truth.attendance().stream()
        .filter(attendance -> attendance.visit().isPresent())
        .forEach(attendance -> names.add(attendance.student().name()));
    this.people =
        IntStream.rangeClosed(1, Portrait.PEOPLE)
            .filter(person -> names.contains(Names.of(person)))
            .boxed()
            .toList();
  }

  /**
   * Films a lesson.
   *
   * @param day when
   * @param recording where to
   */
  public void film(LocalDate day, Path recording) throws IOException {
    Random random = new Random(day.toEpochDay());
    List<Seat> seats = new ArrayList<>(SeatingPlan.of(SCENE.camera(), people.size()));
    Collections.shuffle(seats, random);
    TimeSpan whole = new TimeSpan(0, SCENE.length().toSeconds());
    List<Performance> performances = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      Stay stay = new Stay(whole, whole);
      performances.add(Performance.random(people.get(i), seats.get(i), stay, random));
    }
    Files.createDirectories(recording.getParent());
    new LessonFilm(SCENE, performances, day.atTime(9, 0)).write(recording, filmed -> {});
  }
}
