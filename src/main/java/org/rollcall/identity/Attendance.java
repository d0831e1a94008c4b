package org.rollcall.identity;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rollcall.basics.Extremes;
import org.rollcall.model.Lesson;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;

/** Decides the mark of a student from the sightings in a lesson. */
public final class Attendance {
  private final Lesson lesson;
  private final AttendanceSettings settings;
  private final Duration interval;

  /**
   * Creates the rules for one lesson.
   *
   * @param lesson the lesson
   * @param settings when a student is late or has left early
   * @param interval time between two sampled frames, which is the time that each stands for
   */
  public Attendance(Lesson lesson, AttendanceSettings settings, Duration interval) {
    this.lesson = lesson;
    this.settings = settings;
    this.interval = interval;
  }

  /**
   * Returns the verdict on a student who was seen or may have been seen.
   *
   * @param match the match of the student
   * @return present, late or left early; review if the match is doubtful
   */
  public Verdict seen(Match match) {
    PersonCluster person = match.person();
    Status status = match.sure() ? byTheClock(person.first(), person.last()) : Status.REVIEW;
    return new Verdict(
        match.student(),
        status,
        Optional.of(presence(match.person())),
        match.confidence(),
        match.sure() ? alsoLeftEarly(status, match.person()) : match.doubt());
  }

  /**
   * Returns the verdict on a student who was not there.
   *
   * @param student the student
   * @return absent
   */
  public static Verdict absent(Student student) {
    return new Verdict(student, Status.ABSENT, Optional.empty(), 0, Optional.empty());
  }

  /**
   * Returns the verdict on a student who was not seen but may have been there.
   *
   * @param student the student
   * @param doubt why that does not prove absence
   * @return review
   */
  public static Verdict notSeen(Student student, Message doubt) {
    return new Verdict(student, Status.REVIEW, Optional.empty(), 0, Optional.of(doubt));
  }

  /**
   * Returns the status of a student who was there.
   *
   * @param first time of the first sighting
   * @param last time of the last sighting
   * @return present, late or left early
   */
  public Status byTheClock(Duration first, Duration last) {
    if (lesson.clock(first).isAfter(start().plus(settings.lateAfter()))) {
      return Status.LATE;
    }
    return leftEarly(last) ? Status.LEFT_EARLY : Status.PRESENT;
  }

  private Optional<Message> alsoLeftEarly(Status status, PersonCluster person) {
    return status == Status.LATE && leftEarly(person.last())
        ? Optional.of(Message.of(Reason.LATE_AND_LEFT_EARLY))
        : Optional.empty();
  }

  private boolean leftEarly(Duration last) {
    return lesson.clock(last).isBefore(end().minus(settings.leftEarlyBefore()));
  }

  /** Time from which lateness counts: a late start of the recording makes no one late. */
  private LocalDateTime start() {
    return Extremes.max(lesson.start(), lesson.recordingStart());
  }

  /**
   * Time up to which students must stay: an early end of the recording makes no one leave early.
   */
  private LocalDateTime end() {
    return Extremes.min(lesson.end(), lesson.clock(lesson.recorded()));
  }

  private Verdict.Presence presence(PersonCluster person) {
    int minutes = Math.max(1, (int) Math.ceil(lesson.recorded().toMillis() / 60_000.0));
    long[] perMinute = new long[minutes];
    Duration seen = Duration.ZERO;
    for (Interval span : inSight(person)) {
      seen = seen.plus(span.to().minus(span.from()));
      for (int minute = 0; minute < minutes; minute++) {
        perMinute[minute] += span.millisIn(Duration.ofMinutes(minute));
      }
    }
    List<Integer> seconds =
        Arrays.stream(perMinute).mapToObj(millis -> (int) ((millis + 999) / 1000)).toList();
    return new Verdict.Presence(person.first(), person.last(), seen, person.sightings(), seconds);
  }

  /**
   * {@return when the face was in sight, in chronological order; overlaps between cameras count
   * once}
   */
  private List<Interval> inSight(PersonCluster person) {
    List<Interval> spans = new ArrayList<>();
    Duration reached = Duration.ZERO;
    for (Tracklet track : person.tracks()) {
      Duration end = track.last().plus(interval);
      Duration start = Extremes.max(track.first(), reached);
      if (start.compareTo(end) < 0) {
        spans.add(new Interval(start, end));
        reached = end;
      }
    }
    return spans;
  }

  /** A time span, end exclusive. */
  private record Interval(Duration from, Duration to) {
    /** {@return how many milliseconds of a minute lie in the span} */
    long millisIn(Duration minute) {
      long start = Math.max(from.toMillis(), minute.toMillis());
      long end = Math.min(to.toMillis(), minute.plusMinutes(1).toMillis());
      return Math.max(0, end - start);
    }
  }
}
