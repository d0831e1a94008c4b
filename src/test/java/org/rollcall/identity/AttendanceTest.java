package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.identity.MadeTracks.track;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;
import org.rollcall.model.picture.Embedding;

/** A lesson recorded from 9:00 to 9:50; late is after 5 minutes, early 3 minutes before the end. */
class AttendanceTest {
  private static final Student ADA = new Student("1001", "Ada Ahlström");
  private static final Embedding FACE = Embedding.ofUnit(1, 0);
  private static final LessonKey NINE =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final Duration RECORDED = Duration.ofMinutes(50);
  private static final AttendanceSettings SETTINGS =
      new AttendanceSettings(Duration.ofMinutes(5), Duration.ofMinutes(3));

  @Test
  void seen_fromBeginToEnd_isPresent() {
    Verdict verdict = attendance(Optional.empty()).seen(match(0, minutes(50)));

    assertThat(verdict.status()).isEqualTo(Status.PRESENT);
    assertThat(verdict.reason()).isEmpty();
    assertThat(verdict.confidence()).isEqualTo(0.99);
  }

  @Test
  void seen_firstAtTheLimit_isInTime() {
    Attendance attendance = attendance(Optional.empty());

    assertThat(attendance.seen(match(minutes(5), minutes(50))).status()).isEqualTo(Status.PRESENT);
    assertThat(attendance.seen(match(minutes(5) + 1, minutes(50))).status()).isEqualTo(Status.LATE);
  }

  @Test
  void seen_lastAtTheLimit_stayedToTheEnd() {
    Attendance attendance = attendance(Optional.empty());

    assertThat(attendance.seen(match(0, minutes(47))).status()).isEqualTo(Status.PRESENT);
    assertThat(attendance.seen(match(0, minutes(47) - 1)).status()).isEqualTo(Status.LEFT_EARLY);
  }

  @Test
  void seen_lateAndGoneEarly_isLateWithAWord() {
    Verdict verdict = attendance(Optional.empty()).seen(match(minutes(20), minutes(30)));

    assertThat(verdict.status()).isEqualTo(Status.LATE);
    assertThat(verdict.reason()).contains(Message.of(Reason.LATE_AND_LEFT_EARLY));
  }

  @Test
  void seen_withTimetable_countsFromItsTimes() {
    Attendance attendance = attendance(slot(10, 40));

    assertThat(attendance.seen(match(minutes(15), minutes(37))).status()).isEqualTo(Status.PRESENT);
    assertThat(attendance.seen(match(minutes(15) + 1, minutes(37))).status())
        .isEqualTo(Status.LATE);
    assertThat(attendance.seen(match(minutes(15), minutes(37) - 1)).status())
        .isEqualTo(Status.LEFT_EARLY);
  }

  @Test
  void seen_recorderStartedLate_nobodyIsLateForThat() {
    Attendance attendance = attendance(slot(-20, 50));

    assertThat(attendance.seen(match(minutes(5), minutes(50))).status()).isEqualTo(Status.PRESENT);
    assertThat(attendance.seen(match(minutes(5) + 1, minutes(50))).status()).isEqualTo(Status.LATE);
  }

  @Test
  void seen_recorderStoppedEarly_nobodyLeftEarlyForThat() {
    Attendance attendance = attendance(slot(0, 90));

    assertThat(attendance.seen(match(0, minutes(47))).status()).isEqualTo(Status.PRESENT);
    assertThat(attendance.seen(match(0, minutes(47) - 1)).status()).isEqualTo(Status.LEFT_EARLY);
  }

  @Test
  void seen_doubtfulMatch_isForReviewWithTheDoubt() {
    Match match =
        new Match(
            ADA,
            person(track(FACE, 1, 0, 100)),
            3,
            0.7,
            Optional.of(Message.english("Seen in a mirror.")));

    Verdict verdict = attendance(Optional.empty()).seen(match);

    assertThat(verdict.status()).isEqualTo(Status.REVIEW);
    assertThat(verdict.reason()).contains(Message.english("Seen in a mirror."));
    assertThat(verdict.presence()).isPresent();
  }

  @Test
  void presence_twoTracks_addsUpTheTimesInSight() {
    PersonCluster person = person(track(FACE, 1, 10, 19), track(FACE, 1, 130, 139));

    Verdict.Presence presence = presence(person, Duration.ofSeconds(150));

    assertThat(presence.first()).isEqualTo(Duration.ofSeconds(10));
    assertThat(presence.last()).isEqualTo(Duration.ofSeconds(139));
    assertThat(presence.seen()).isEqualTo(Duration.ofSeconds(20));
    assertThat(presence.sightings()).isEqualTo(20);
    assertThat(presence.perMinute()).containsExactly(10, 0, 10);
  }

  @Test
  void presence_twoCamerasAtOnce_countsTheTimeOnce() {
    PersonCluster person =
        person(
            track(FACE, 1, 50, 69), onSecondCamera(track(FACE, 4, 40, 59)), track(FACE, 1, 75, 79));

    Verdict.Presence presence = presence(person, Duration.ofMinutes(2));

    assertThat(presence.first()).isEqualTo(Duration.ofSeconds(40));
    assertThat(presence.last()).isEqualTo(Duration.ofSeconds(79));
    assertThat(presence.seen()).isEqualTo(Duration.ofSeconds(35));
    assertThat(presence.perMinute()).containsExactly(20, 15);
    assertThat(presence.sightings()).isEqualTo(45);
  }

  @Test
  void presence_oneCameraWithinTheTimeOfTheOther_addsNoTime() {
    PersonCluster person = person(track(FACE, 1, 10, 29), onSecondCamera(track(FACE, 4, 15, 19)));

    assertThat(presence(person, Duration.ofMinutes(1)).seen()).isEqualTo(Duration.ofSeconds(20));
  }

  private static Tracklet onSecondCamera(Tracklet track) {
    return track.shifted(Duration.ZERO, 1);
  }

  @Test
  void presence_pictureAtTheVeryEnd_countsNoTimeBeyond() {
    Verdict.Presence presence = presence(person(track(FACE, 1, 59, 60)), Duration.ofSeconds(60));

    assertThat(presence.perMinute()).containsExactly(1);
  }

  @Test
  void presence_picturesFarApartInATrack_countTheTimeBetweenThem() {
    PersonCluster person =
        person(
            new Tracklet(
                List.of(step(50), step(58), step(66)),
                FACE,
                1,
                MadeTracks.sighting(50, MadeTracks.seat(1)),
                0));

    Verdict.Presence presence = presence(person, Duration.ofMinutes(2));

    assertThat(presence.perMinute()).containsExactly(10, 7);
    assertThat(presence.sightings()).isEqualTo(3);
  }

  @Test
  void presence_recordingWithoutLength_hasOneMinute() {
    assertThat(presence(person(track(FACE, 1, 0, 0)), Duration.ZERO).perMinute())
        .containsExactly(1);
  }

  private static Track.Step step(int second) {
    return new Track.Step(Duration.ofSeconds(second), MadeTracks.seat(1));
  }

  @Test
  void absent_always_isAbsent() {
    Verdict verdict = Attendance.absent(ADA);

    assertThat(verdict.status()).isEqualTo(Status.ABSENT);
    assertThat(verdict.presence()).isEmpty();
    assertThat(verdict.confidence()).isZero();
  }

  @Test
  void notSeen_withDoubt_isForReview() {
    Verdict verdict = Attendance.notSeen(ADA, Message.of(Reason.NO_USABLE_PHOTO));

    assertThat(verdict.status()).isEqualTo(Status.REVIEW);
    assertThat(verdict.reason()).contains(Message.of(Reason.NO_USABLE_PHOTO));
  }

  private static int minutes(int minutes) {
    return 60 * minutes;
  }

  private static Optional<Lesson.Slot> slot(int beginMinute, int endMinute) {
    LocalDateTime nine = NINE.date().atTime(NINE.start());
    return Optional.of(new Lesson.Slot(nine.plusMinutes(beginMinute), nine.plusMinutes(endMinute)));
  }

  private static Attendance attendance(Optional<Lesson.Slot> timetable) {
    return attendance(
        timetable
            .map(slot -> new Lesson(NINE, RECORDED, slot))
            .orElseGet(() -> new Lesson(NINE, RECORDED)));
  }

  private static Attendance attendance(Lesson lesson) {
    return new Attendance(lesson, SETTINGS, Duration.ofSeconds(1));
  }

  /** A sure match, seen for a moment at both times. */
  private static Match match(int firstSecond, int lastSecond) {
    PersonCluster person =
        person(track(FACE, 1, firstSecond, firstSecond), track(FACE, 1, lastSecond, lastSecond));
    return new Match(ADA, person, 8, 0.99, Optional.empty());
  }

  private static PersonCluster person(Tracklet... tracks) {
    return new PersonCluster(new ArrayList<>(List.of(tracks)));
  }

  private static Verdict.Presence presence(PersonCluster person, Duration recorded) {
    return attendance(new Lesson(NINE, recorded))
        .seen(new Match(ADA, person, 8, 0.99, Optional.empty()))
        .presence()
        .orElseThrow();
  }
}
