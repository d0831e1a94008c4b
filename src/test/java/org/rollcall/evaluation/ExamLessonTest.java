package org.rollcall.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.evaluation.Truth.TrueAttendance;
import org.rollcall.evaluation.Truth.TruePresence;
import org.rollcall.evaluation.Truth.Visit;
import org.rollcall.identity.Identification;
import org.rollcall.identity.Match;
import org.rollcall.identity.MatchLimit;
import org.rollcall.identity.PersonCluster;
import org.rollcall.identity.Sighting;
import org.rollcall.identity.Track;
import org.rollcall.identity.Tracklet;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;
import org.rollcall.model.evaluation.Trial;
import org.rollcall.model.evaluation.Trial.TrialGroup;
import org.rollcall.model.evaluation.Trial.TrialOutcome;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Quality;

class ExamLessonTest {
  private static final Student ADA = new Student("S1", "Ada Birch");
  private static final Student BEN = new Student("S2", "Ben Alder");
  private static final Visit VISIT = new Visit(seconds(10), seconds(100), 60);
  private static final Identification NOBODY = identified();

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static Identification identified(Match... matches) {
    return new Identification(List.of(matches), List.of(), new MatchLimit(0.001, 2, 4));
  }

  private static TrueAttendance attendance(Student student, TruePresence presence) {
    return new TrueAttendance(student, presence, Optional.empty());
  }

  private static Verdict verdict(Student student, Status status) {
    return new Verdict(student, status, Optional.empty(), 0, Optional.empty());
  }

  private static Verdict seen(Student student, long first, long last, int sightings) {
    Verdict.Presence presence =
        new Verdict.Presence(
            seconds(first), seconds(last), seconds(last - first), sightings, List.of());
    return new Verdict(student, Status.PRESENT, Optional.of(presence), 0.9, Optional.empty());
  }

  private static ExamLesson lesson(Identification identification, TrueAttendance... attendance) {
    Truth truth =
        new Truth(Path.of("a.mp4"), Duration.ofMinutes(2), List.of(attendance), List.of());
    return new ExamLesson("7A a", truth, 90, identification, Groups.NONE);
  }

  @Test
  void trials_absentStudent_isInAGroupToo() {
    Truth truth =
        new Truth(Path.of("a.mp4"), Duration.ZERO, List.of(TrueAttendance.absent(ADA)), List.of());
    Groups groups = new Groups(Optional.of("region"), Map.of("S1", "North"));

    Trial trial =
        only(new ExamLesson("7A a", truth, 90, NOBODY, groups), verdict(ADA, Status.PRESENT));

    assertThat(trial.actual()).isEmpty();
    assertThat(trial.group()).hasValue(new TrialGroup("region", "North"));
  }

  private static Trial only(ExamLesson lesson, Verdict verdict) {
    List<Trial> trials = lesson.trials(List.of(verdict));
    assertThat(trials).hasSize(1);
    return trials.get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "PRESENT, PRESENT, FOUND",
    "PRESENT, LATE, FOUND",
    "PRESENT, LEFT_EARLY, FOUND",
    "PRESENT, REVIEW, REVIEW",
    "PRESENT, ABSENT, MISSED",
    "ABSENT, PRESENT, FALSE_PRESENT",
    "ABSENT, REVIEW, FALSE_REVIEW",
    "ABSENT, ABSENT, REJECTED"
  })
  void trials_markOfAStudent_isComparedWithTheTruth(
      TruePresence truth, Status mark, TrialOutcome outcome) {
    Trial trial = only(lesson(NOBODY, attendance(ADA, truth)), verdict(ADA, mark));

    assertThat(trial.outcome()).isEqualTo(outcome);
    assertThat(trial.set()).isEqualTo("7A a");
    assertThat(trial.subject()).isEqualTo("S1 Ada Birch");
    assertThat(trial.conditions().light()).isEqualTo(90);
  }

  @Test
  void trials_studentsInViewTooBriefly_countNeitherWay() {
    ExamLesson lesson =
        lesson(NOBODY, attendance(ADA, TruePresence.EITHER), attendance(BEN, TruePresence.ABSENT));

    assertThat(lesson.trials(List.of(verdict(ADA, Status.PRESENT), verdict(BEN, Status.ABSENT))))
        .extracting(Trial::subject)
        .containsExactly("S2 Ben Alder");
  }

  @Test
  void trials_studentOfWhomTheTruthSaysNothing_isLeftOut() {
    ExamLesson lesson = lesson(NOBODY, attendance(BEN, TruePresence.ABSENT));

    assertThat(lesson.trials(List.of(verdict(ADA, Status.PRESENT)))).isEmpty();
  }

  @Test
  void trials_knownTimes_giveErrorsWithTheirSigns() {
    ExamLesson lesson = lesson(NOBODY, TrueAttendance.present(ADA, VISIT));

    Trial trial = only(lesson, seen(ADA, 12, 95, 40));

    assertThat(trial.errors()).contains(new Trial.TimeErrors(seconds(2), seconds(-5)));
    assertThat(trial.conditions().sightings()).isEqualTo(40);
  }

  @Test
  void trials_unknownTimes_giveNoErrors() {
    ExamLesson lesson = lesson(NOBODY, attendance(ADA, TruePresence.PRESENT));

    assertThat(only(lesson, seen(ADA, 12, 95, 40)).errors()).isEmpty();
  }

  @Test
  void trials_studentWhoWasMissed_hasTheFaceOfTheTruthAndNoErrors() {
    ExamLesson lesson = lesson(NOBODY, TrueAttendance.present(ADA, VISIT));

    Trial trial = only(lesson, verdict(ADA, Status.ABSENT));

    assertThat(trial.conditions().facePixels()).hasValue(60);
    assertThat(trial.conditions().sightings()).isZero();
    assertThat(trial.errors()).isEmpty();
  }

  @Test
  void trials_faceThatTheTruthDoesNotTell_isTheMedianOfWhatWasSeen() {
    Match match = new Match(ADA, person(track(10, 90), track(30)), 6, 0.9, Optional.empty());
    ExamLesson lesson = lesson(identified(match), attendance(ADA, TruePresence.PRESENT));

    assertThat(only(lesson, seen(ADA, 0, 3, 3)).conditions().facePixels()).hasValue(30);
  }

  @Test
  void trials_nobodySeen_haveNoFace() {
    Match match = new Match(BEN, person(track(30)), 6, 0.9, Optional.empty());
    ExamLesson lesson = lesson(identified(match), attendance(ADA, TruePresence.ABSENT));

    assertThat(only(lesson, verdict(ADA, Status.ABSENT)).conditions().facePixels()).isEmpty();
  }

  private static PersonCluster person(Tracklet... tracks) {
    return new PersonCluster(List.of(tracks));
  }

  private static Tracklet track(float... widths) {
    List<Track.Step> path = new ArrayList<>();
    for (float width : widths) {
      path.add(new Track.Step(seconds(path.size()), new Box(0, 0, width, width)));
    }
    Box box = path.get(0).box();
    Landmarks landmarks =
        new Landmarks(box.centre(), box.centre(), box.centre(), box.centre(), box.centre());
    Face face = new Face(box, landmarks, 1);
    FaceCrop crop = new FaceCrop(new Picture(1, 1, new byte[3]), face);
    Sighting best = new Sighting(seconds(0), face, crop, new Quality(80, 1, 1, 1, 1));
    return new Tracklet(path, Embedding.normalised(new float[] {1, 0}), 1, best, 0);
  }
}
