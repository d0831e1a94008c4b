package org.rollcall.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.model.Coverage.View.DARK;
import static org.rollcall.model.Coverage.View.FROZEN;
import static org.rollcall.model.Coverage.View.NOT_RECORDED;
import static org.rollcall.model.Coverage.View.SEEN;
import static org.rollcall.model.Coverage.View.UNREADABLE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.coverage.CoverageRules.LessonTime;
import org.rollcall.coverage.CoverageRules.People;
import org.rollcall.model.Coverage;
import org.rollcall.model.Coverage.Doubt;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;

class CoverageRulesTest {
  private static final People CLASS = new People(20, 2, 25);
  private static final CoverageRules LESSON = rules(0, 45);

  @Test
  void judge_allSeen_provesAbsence() {
    Coverage coverage = LESSON.judge(List.of(camera(stretch(0, 45, SEEN))), CLASS);

    assertThat(coverage.doubts()).isEmpty();
    assertThat(coverage.stretches()).containsExactly(stretch(0, 45, SEEN));
    assertThat(coverage.faces()).isEqualTo(12);
  }

  @Test
  void judge_noFaceAtAll_provesNothing() {
    ViewedRecording empty = new ViewedRecording(List.of(stretch(0, 45, SEEN)), 0, 100);

    assertThat(LESSON.judge(List.of(empty), new People(0, 0, 25)).doubts())
        .containsExactly(Doubt.NO_FACES);
  }

  /** Faces of which the picture froze were found, but nobody else can be absent. */
  @Test
  void judge_frozenFromTheStart_isUnseenRatherThanWithoutFaces() {
    ViewedRecording frozen = new ViewedRecording(List.of(stretch(0, 45, FROZEN)), 0, 100);

    assertThat(LESSON.judge(List.of(frozen), CLASS).doubts()).first().isEqualTo(Doubt.UNSEEN);
  }

  @Test
  void judge_darkForMoreThanATenth_isUnseen() {
    Coverage coverage =
        LESSON.judge(List.of(camera(stretch(0, 40, SEEN), stretch(40, 45, DARK))), CLASS);

    assertThat(coverage.doubts()).containsExactly(Doubt.UNSEEN);
    assertThat(coverage.unseen()).containsExactly(stretch(40, 45, DARK));
    assertThat(coverage.seen()).isEqualTo(Duration.ofMinutes(40));
  }

  @Test
  void judge_darkForLessThanATenth_provesAbsence() {
    Coverage coverage =
        LESSON.judge(List.of(camera(stretch(0, 41, SEEN), stretch(41, 45, DARK))), CLASS);

    assertThat(coverage.provesAbsence()).isTrue();
  }

  @Test
  void judge_darkOutsideTheLesson_doesNotMatter() {
    CoverageRules later = rules(60, 105);

    Coverage coverage =
        later.judge(List.of(camera(stretch(0, 60, DARK), stretch(60, 105, SEEN))), CLASS);

    assertThat(coverage.provesAbsence()).isTrue();
  }

  @Test
  void judge_minuteOfALongLesson_isTooShort() {
    Coverage coverage = LESSON.judge(List.of(camera(stretch(0, 2, SEEN))), CLASS);

    assertThat(coverage.doubts()).containsExactly(Doubt.TOO_SHORT);
    assertThat(coverage.stretches())
        .containsExactly(stretch(0, 2, SEEN), stretch(2, 45, NOT_RECORDED));
  }

  @Test
  void judge_lateStartOfTheRecording_provesAbsence() {
    Coverage coverage = rules(-10, 35).judge(List.of(camera(stretch(0, 30, SEEN))), CLASS);

    assertThat(coverage.provesAbsence()).isTrue();
    assertThat(coverage.stretches())
        .containsExactly(
            stretch(-10, 0, NOT_RECORDED), stretch(0, 30, SEEN), stretch(30, 35, NOT_RECORDED));
  }

  @Test
  void judge_shortRecordingWithoutTimetable_provesAbsence() {
    Coverage coverage = CoverageRules.ALONE.judge(List.of(camera(stretch(0, 2, SEEN))), CLASS);

    assertThat(coverage.provesAbsence()).isTrue();
  }

  @Test
  void judge_oneOfTwoCamerasBlind_isUnseen() {
    List<ViewedRecording> cameras =
        List.of(
            camera(stretch(0, 45, SEEN)), camera(stretch(0, 15, SEEN), stretch(15, 45, FROZEN)));

    assertThat(LESSON.judge(cameras, CLASS).stretches())
        .containsExactly(stretch(0, 15, SEEN), stretch(15, 45, FROZEN));
  }

  @Test
  void judge_chunksWithAShortSeam_areOneStretch() {
    ViewedRecording first = camera(stretch(0, 20, SEEN));
    ViewedRecording second =
        camera(new Stretch(Duration.ofSeconds(1203), Duration.ofMinutes(45), SEEN));

    assertThat(LESSON.judge(List.of(first, second), CLASS).stretches())
        .containsExactly(stretch(0, 45, SEEN));
  }

  @Test
  void judge_gapBetweenRecordings_isUnseen() {
    List<ViewedRecording> parts =
        List.of(camera(stretch(0, 20, SEEN)), camera(stretch(30, 45, SEEN)));

    Coverage coverage = LESSON.judge(parts, CLASS);

    assertThat(coverage.doubts()).containsExactly(Doubt.UNSEEN);
    assertThat(coverage.unseen()).containsExactly(stretch(20, 30, NOT_RECORDED));
  }

  @Test
  void judge_missingMinutesInsideAFile_areUnseen() {
    ViewedRecording camera =
        camera(stretch(0, 5, SEEN), stretch(5, 40, UNREADABLE), stretch(40, 45, SEEN));

    assertThat(LESSON.judge(List.of(camera), CLASS).doubts())
        .containsExactly(Doubt.UNSEEN, Doubt.TOO_SHORT);
  }

  @Test
  void judge_nobodyOfTheClassButOthers_isAnotherClass() {
    assertThat(doubts(new People(0, 1, 25))).containsExactly(Doubt.OTHER_CLASS);
    assertThat(doubts(new People(2, 18, 25))).containsExactly(Doubt.OTHER_CLASS);
  }

  @Test
  void judge_fewOfTheClassAndFewOthers_provesAbsence() {
    assertThat(doubts(new People(4, 11, 25))).isEmpty();
    assertThat(doubts(new People(6, 20, 25))).isEmpty();
  }

  /** Strangers who were seen too briefly to be known again. */
  @Test
  void judge_nobodyOfTheClassButFaces_isAnotherClass() {
    assertThat(doubts(new People(0, 0, 25))).containsExactly(Doubt.OTHER_CLASS);
    assertThat(doubts(new People(2, 0, 25))).containsExactly(Doubt.OTHER_CLASS);
  }

  @Test
  void judge_twoPictures_proveNothing() {
    ViewedRecording two = new ViewedRecording(List.of(stretch(0, 45, SEEN)), 12, 2);
    ViewedRecording one = new ViewedRecording(List.of(stretch(0, 45, SEEN)), 12, 1);

    assertThat(LESSON.judge(List.of(two), CLASS).doubts()).containsExactly(Doubt.FEW_PICTURES);
    assertThat(LESSON.judge(List.of(two, one), CLASS).provesAbsence()).isTrue();
  }

  @Test
  void judge_farFewerFacesThanUsual_provesNothing() {
    assertThat(doubtsWithUsual(49)).containsExactly(Doubt.FEW_FACES);
    assertThat(doubtsWithUsual(47)).isEmpty();
  }

  @Test
  void judge_fewerFacesThanTheUsualOne_provesAbsence() {
    CoverageRules tutorial = new CoverageRules(Optional.empty(), Optional.of(1.5));
    ViewedRecording camera = new ViewedRecording(List.of(stretch(0, 45, SEEN)), 0.2, 100);

    assertThat(tutorial.judge(List.of(camera), CLASS).provesAbsence()).isTrue();
  }

  private static List<Doubt> doubts(People people) {
    return LESSON.judge(List.of(camera(stretch(0, 45, SEEN))), people).doubts();
  }

  private static List<Doubt> doubtsWithUsual(double usual) {
    return new CoverageRules(LESSON.slot(), Optional.of(usual))
        .judge(List.of(camera(stretch(0, 45, SEEN))), CLASS)
        .doubts();
  }

  private static CoverageRules rules(int from, int to) {
    LessonTime slot = new LessonTime(Duration.ofMinutes(from), Duration.ofMinutes(to));
    return new CoverageRules(Optional.of(slot), Optional.empty());
  }

  private static ViewedRecording camera(Stretch... stretches) {
    return new ViewedRecording(List.of(stretches), 12, 100);
  }

  private static Stretch stretch(int from, int to, View view) {
    return new Stretch(Duration.ofMinutes(from), Duration.ofMinutes(to), view);
  }
}
