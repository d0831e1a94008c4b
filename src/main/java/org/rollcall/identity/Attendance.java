package org.rollcall.identity;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Lesson;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;

/** Turns what was seen of a student into a mark. */
public final class Attendance {
  private final Lesson lesson;
  private final AttendanceSettings settings;
  private final Duration interval;

  /**
   * Prepares for one lesson.
   *
   * @param lesson which lesson
   * @param settings when a student is late or left early
   * @param interval time between two sampled frames: each stands for so much of the lesson
   */
  public Attendance(Lesson lesson, AttendanceSettings settings, Duration interval) {
    this.lesson = lesson;
    this.settings = settings;
    this.interval = interval;
  }

  /**
   * The mark of a student who was seen, or may have been.
   *
   * @param match where
   * @return present, late, left early, or review where the match is doubtful
   */
  public Verdict seen(Match match) {
    Status status = match.sure() ? byTheClock(match.person()) : Status.REVIEW;
    return new Verdict(
        match.student(),
        status,
        Optional.of(presence(match.person())),
        match.confidence(),
        match.sure() ? alsoLeftEarly(status, match.person()) : match.doubt());
  }

  /**
   * The mark of a student who was not seen.
   *
   * @param student who
   * @param doubt why that does not mean absence; empty where it does
   * @return absent, or review
   */
  public static Verdict notSeen(Student student, String doubt) {
    Status status = doubt.isEmpty() ? Status.ABSENT : Status.REVIEW;
    return new Verdict(student, status, Optional.empty(), 0, doubt);
  }

  private Status byTheClock(Person person) {
    if (lesson.clock(person.first()).isAfter(begin().plus(settings.lateAfter()))) {
      return Status.LATE;
    }
    return leftEarly(person) ? Status.LEFT_EARLY : Status.PRESENT;
  }

  private String alsoLeftEarly(Status status, Person person) {
    return status == Status.LATE && leftEarly(person) ? "Left early, too." : "";
  }

  private boolean leftEarly(Person person) {
    return lesson.clock(person.last()).isBefore(end().minus(settings.leftEarlyBefore()));
  }

  /** Nobody is late because the recorder was. */
  private LocalDateTime begin() {
    return later(lesson.begin(), lesson.recordingBegin());
  }

  /** Nobody left early because the recorder did. */
  private LocalDateTime end() {
    LocalDateTime recordingEnd = lesson.clock(lesson.recorded());
    return lesson.end().isBefore(recordingEnd) ? lesson.end() : recordingEnd;
  }

  private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
    return one.isAfter(other) ? one : other;
  }

  private Verdict.Presence presence(Person person) {
    int minutes = Math.max(1, (int) Math.ceil(lesson.recorded().toMillis() / 60_000.0));
    long[] perMinute = new long[minutes];
    Duration seen = Duration.ZERO;
    for (FaceTrack track : person.tracks()) {
      Duration end = track.last().plus(interval);
      seen = seen.plus(end.minus(track.first()));
      for (int minute = 0; minute < minutes; minute++) {
        perMinute[minute] += overlap(track.first(), end, Duration.ofMinutes(minute));
      }
    }
    List<Integer> seconds =
        Arrays.stream(perMinute).mapToObj(millis -> (int) ((millis + 999) / 1000)).toList();
    return new Verdict.Presence(person.first(), person.last(), seen, person.sightings(), seconds);
  }

  /** {@return milliseconds of a minute that lie between two times} */
  private static long overlap(Duration from, Duration to, Duration minute) {
    long begin = Math.max(from.toMillis(), minute.toMillis());
    long end = Math.min(to.toMillis(), minute.plusMinutes(1).toMillis());
    return Math.max(0, end - begin);
  }
}
