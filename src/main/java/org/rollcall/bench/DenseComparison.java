package org.rollcall.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Status;
import org.rollcall.model.Verdict;

/**
 * Compares what usual sampling finds in a recording with what much denser sampling finds.
 *
 * @param interval sampling interval of the dense sampling
 * @param length length of the recording
 * @param lines a line for each student on the roster
 */
public record DenseComparison(Duration interval, Duration length, List<DenseLine> lines) {
  public DenseComparison {
    lines = List.copyOf(lines);
  }

  /**
   * The comparison for one student.
   *
   * @param id the student's id
   * @param usual the mark with usual sampling
   * @param dense the mark with dense sampling
   * @param first difference between the two first sightings, if both exist
   * @param last difference between the two last sightings, if both exist
   */
  public record DenseLine(
      String id, Status usual, Status dense, Optional<Duration> first, Optional<Duration> last) {
    /** {@return whether both marks say that the student attended, or both say not} */
    boolean agrees() {
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

  /** {@return how many students attended according to both} */
  public long attended() {
    return lines.stream().filter(line -> line.usual.attended() && line.dense.attended()).count();
  }

  /** {@return the students for whom the two disagree} */
  public List<DenseLine> differences() {
    return lines.stream().filter(line -> !line.agrees()).toList();
  }

  /**
   * {@return the largest difference between first sightings of a student; zero if there are none}
   */
  public Duration firstApart() {
    return lines.stream()
        .flatMap(line -> line.first.stream())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /**
   * {@return the largest difference between last sightings of a student; zero if there are none}
   */
  public Duration lastApart() {
    return lines.stream()
        .flatMap(line -> line.last.stream())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
