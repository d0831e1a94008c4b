package org.rollcall.result;

import java.time.Duration;
import java.util.List;
import org.rollcall.model.Coverage;
import org.rollcall.model.Coverage.Doubt;

/**
 * What was seen of a lesson, in {@code result.json}. Times are in seconds from the start of the
 * first recording; those before it are negative.
 *
 * @param seen how long the room was seen
 * @param of how long the lesson was
 * @param provesAbsence whether students who were not seen were absent
 * @param doubts why it does not; empty if it does
 * @param faces average number of faces seen at a time
 * @param usualFaces the same in recent lessons of the class, or null
 * @param stretches the lesson in stretches
 */
record CoverageJson(
    double seen,
    double of,
    boolean provesAbsence,
    List<String> doubts,
    double faces,
    Double usualFaces,
    List<StretchJson> stretches) {
  /**
   * A stretch of the lesson.
   *
   * @param from its start
   * @param to its end
   * @param view what was recorded: {@code SEEN}, {@code DARK}, {@code BLANK}, {@code FROZEN},
   *     {@code TURNED_AWAY}, {@code UNREADABLE} or {@code NOT_RECORDED}
   */
  record StretchJson(double from, double to, String view) {}

  static CoverageJson of(Coverage coverage) {
    return new CoverageJson(
        seconds(coverage.seen()),
        seconds(coverage.expected()),
        coverage.provesAbsence(),
        coverage.doubts().stream().map(Doubt::name).toList(),
        tenths(coverage.faces()),
        coverage.usual().map(CoverageJson::tenths).orElse(null),
        coverage.stretches().stream()
            .map(one -> new StretchJson(seconds(one.from()), seconds(one.to()), one.view().name()))
            .toList());
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private static double tenths(double faces) {
    return Math.round(faces * 10) / 10.0;
  }
}
