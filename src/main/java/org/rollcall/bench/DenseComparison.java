package org.rollcall.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Status;
import org.rollcall.model.Verdict;

/**
 * What the usual sampling finds in a recording, beside what much denser sampling finds there.
 *
 * @param interval time between two samples of the dense sampling
 * @param length length of the recording
 * @param lines a line for each student of the roster
 */
public record DenseComparison(Duration interval, Duration length, List<DenseLine> lines) {
  public DenseComparison {
    lines = List.copyOf(lines);
  }

  /**
   * One student.
   *
   * @param id the student's id
   * @param usual the mark of the usual sampling
   * @param dense the mark of the dense sampling
   * @param first how far the first sightings are apart, if both have one
   * @param last how far the last sightings are apart, if both have one
   */
  public record DenseLine(
      String id, Status usual, Status dense, Optional<Duration> first, Optional<Duration> last) {
    /** {@return whether both say that the student was there, or both do not} */
    public boolean agrees() {
      return usual.attended() == dense.attended();
    }
  }

  static DenseComparison of(Duration interval, LessonRegister usual, LessonRegister dense) {
    List<DenseLine> lines = new ArrayList<>();
    for (int i = 0; i < usual.rows().size(); i++) {
      lines.add(line(usual.rows().get(i).verdict(), dense.rows().get(i).verdict()));
    }
    return new DenseComparison(interval, dense.lesson().recorded(), lines);
  }

  private static DenseLine line(Verdict usual, Verdict dense) {
    Optional<Verdict.Presence> one = usual.presence();
    Optional<Verdict.Presence> other = dense.presence();
    return new DenseLine(
        usual.student().id(),
        usual.status(),
        dense.status(),
        one.flatMap(a -> other.map(b -> a.first().minus(b.first()).abs())),
        one.flatMap(a -> other.map(b -> a.last().minus(b.last()).abs())));
  }

  /** {@return how many students both say were there} */
  public long attended() {
    return lines.stream().filter(line -> line.usual.attended() && line.dense.attended()).count();
  }

  /** {@return the students about whom they do not agree} */
  public List<DenseLine> differences() {
    return lines.stream().filter(line -> !line.agrees()).toList();
  }

  /** {@return the most that first sightings of a student are apart; zero if there is none} */
  public Duration firstApart() {
    return lines.stream()
        .flatMap(line -> line.first.stream())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** {@return the most that last sightings of a student are apart; zero if there is none} */
  public Duration lastApart() {
    return lines.stream()
        .flatMap(line -> line.last.stream())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
