package org.rollcall.tools.simulate;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.rollcall.tools.simulate.MarkedStudent.Mark;

/** Counts what came out of many lessons. */
record MarkedStudents(List<MarkedStudent> lessons) {
  /** Smallest face and fewest sightings of a student whom Rollcall promises to find. */
  private static final int LEAST_PIXELS = 30;

  private static final int LEAST_SIGHTINGS = 5;

  /** {@return those of absent students} */
  MarkedStudents absent() {
    return only(lesson -> !lesson.present());
  }

  /** {@return those of students who were in the room and could be read often enough} */
  MarkedStudents readable() {
    return only(lesson -> lesson.present() && lesson.sightings() >= LEAST_SIGHTINGS);
  }

  /** {@return those with faces that are large enough} */
  MarkedStudents large() {
    return only(lesson -> lesson.facePixels() >= LEAST_PIXELS);
  }

  MarkedStudents only(Predicate<MarkedStudent> which) {
    return new MarkedStudents(lessons.stream().filter(which).toList());
  }

  int count() {
    return lessons.size();
  }

  int count(Mark mark) {
    return (int) lessons.stream().filter(lesson -> lesson.mark() == mark).count();
  }

  /** {@return share that is found, in percent; a review is half a find} */
  double found() {
    return 100 * (count(Mark.SURE) + count(Mark.REVIEW) / 2.0) / count();
  }

  /** {@return "98.7", or a dash where there are none} */
  String foundText() {
    return count() == 0 ? "–" : String.format(Locale.ROOT, "%.1f", found());
  }

  /** {@return how many got a mark for sure, with the upper bound} */
  String sureText() {
    return new Tally(lessons.stream().map(MarkedStudent::mark).toList()).sureText();
  }
}
