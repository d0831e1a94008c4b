package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lesson.MadeFaces.minutes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.enrol.EnrolledClass;
import org.rollcall.enrol.UnknownInLesson;
import org.rollcall.identity.Identification;
import org.rollcall.identity.Match;
import org.rollcall.identity.MatchLimit;
import org.rollcall.identity.Template;
import org.rollcall.model.Consent;
import org.rollcall.model.Correction;
import org.rollcall.model.Coverage;
import org.rollcall.model.Coverage.Doubt;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Reason;
import org.rollcall.model.Roster;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.Verdict;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.settings.Settings;
import org.rollcall.testing.UsesNatives;
import org.rollcall.video.Photos;

class RegisterMakerTest {
  private static final LessonKey KEY =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final Lesson LESSON = new Lesson(KEY, minutes(45));
  private static final Student ADA = new Student("S1", "Ada");
  private static final Student BEN = new Student("S2", "Ben");
  private static final Jpeg PORTRAIT = new Jpeg(new byte[] {1, 2, 3});
  private static final RunFacts RUN =
      new RunFacts("1.0", Instant.EPOCH, Duration.ZERO, List.of(), Map.of(), Map.of(), List.of());
  private static final LessonCoverage WHOLE = seen();

  @Test
  void verdicts_seenStudent_isMarkedByTheClock() {
    List<Verdict> verdicts = maker(WHOLE, match(ADA, 0, 11, 44), match(BEN, 1, 0, 34)).verdicts();

    assertThat(verdicts)
        .extracting(Verdict::status)
        .containsExactly(Status.LATE, Status.LEFT_EARLY);
    assertThat(verdicts.get(0).presence().orElseThrow().first()).isEqualTo(minutes(11));
    assertThat(verdicts.get(1).presence().orElseThrow().last()).isEqualTo(minutes(34));
  }

  @Test
  void verdicts_doubtfulMatch_isLeftToAPerson() {
    Verdict ada = maker(WHOLE, doubtful(ADA, Reason.NOT_CLEAR)).verdicts().get(0);

    assertThat(ada.status()).isEqualTo(Status.REVIEW);
    assertThat(ada.reason()).contains(Message.of(Reason.NOT_CLEAR));
  }

  @Test
  void verdicts_matchesInOtherOrder_areInOrderOfTheRoster() {
    List<Verdict> verdicts = maker(WHOLE, match(BEN, 1, 0, 44), match(ADA, 0, 0, 44)).verdicts();

    assertThat(verdicts).extracting(Verdict::student).containsExactly(ADA, BEN);
  }

  @Test
  void verdicts_notSeenInAWholeRecording_isAbsent() {
    assertThat(maker(WHOLE).verdicts())
        .extracting(Verdict::status)
        .containsExactly(Status.ABSENT, Status.ABSENT);
  }

  @Test
  void verdicts_notSeenInAPartOfTheRecording_isLeftToAPerson() {
    Verdict ada = maker(seen(Doubt.NO_FACES)).verdicts().get(0);

    assertThat(ada.status()).isEqualTo(Status.REVIEW);
    assertThat(ada.reason()).contains(Message.of(Reason.NOT_SEEN_NO_FACES));
  }

  @Test
  void verdicts_studentWithoutPhoto_isLeftToAPerson() {
    EnrolledClass onlyBen = new EnrolledClass(roster(ADA, BEN), List.of(template(BEN)), Map.of());

    List<Verdict> verdicts = maker(onlyBen, seen(Doubt.NO_FACES)).verdicts();

    assertThat(verdicts)
        .extracting(Verdict::reason)
        .containsExactly(
            Optional.of(Message.of(Reason.NO_USABLE_PHOTO)),
            Optional.of(Message.of(Reason.NOT_SEEN_NO_FACES)));
  }

  @Test
  void verdicts_studentWithoutConsent_isLeftToAPerson() {
    Student eve = new Student("S3", "Eve", Optional.empty(), Consent.REFUSED);
    EnrolledClass enrolled = new EnrolledClass(roster(eve), List.of(), Map.of());

    Verdict verdict = maker(enrolled, WHOLE).verdicts().get(0);

    assertThat(verdict.status()).isEqualTo(Status.REVIEW);
    assertThat(verdict.reason()).contains(Message.of(Reason.NO_CONSENT));
  }

  @Test
  void make_correction_goesWithItsStudent() {
    Correction late = new Correction(Optional.of(Status.LATE), "bus");

    List<LessonRegister.Row> rows =
        maker(WHOLE).make(List.of(), Map.of("S2", late, "S9", late), RUN).rows();

    assertThat(rows)
        .extracting(LessonRegister.Row::correction)
        .containsExactly(Optional.empty(), Optional.of(late));
    assertThat(rows)
        .extracting(LessonRegister.Row::status)
        .containsExactly(Status.ABSENT, Status.LATE);
  }

  @Test
  void make_unseenStudent_hasAPortraitButNoEvidence() {
    LessonRegister.Row ada = make(maker(WHOLE)).rows().get(0);

    assertThat(ada.portrait()).contains(PORTRAIT);
    assertThat(ada.evidence()).isEmpty();
  }

  @Test
  void make_wholeRecording_isDone() {
    LessonRegister register = make(maker(WHOLE));

    assertThat(register.outcome()).isEqualTo(Outcome.done());
    assertThat(register.lesson()).isEqualTo(LESSON);
    assertThat(register.run()).isEqualTo(RUN);
  }

  @Test
  void make_incompleteRecording_isPartialForItsReasons() {
    assertThat(
            make(maker(
                    new LessonCoverage(
                        LESSON, WHOLE.coverage(), List.of(Message.english("The end is missing.")))))
                .outcome())
        .isEqualTo(Outcome.partial(List.of(Message.english("The end is missing."))));
  }

  @Test
  @UsesNatives
  void make_seenStudent_hasACropAsEvidence() {
    LessonRegister.Row ada = make(maker(WHOLE, match(ADA, 0, 0, 44))).rows().get(0);

    // A face of 40 pixels with 16 around it, from 4 to 76.
    var crop = Photos.decode(ada.evidence().orElseThrow());
    assertThat(crop.width()).isEqualTo(72);
    assertThat(crop.height()).isEqualTo(72);
  }

  @Test
  @UsesNatives
  void make_unknownPeople_areNumberedInTheirOrder() {
    UnknownPerson known = new UnknownPerson(7, 3, KEY.date().minusDays(9), KEY.date());
    List<UnknownInLesson> unknown =
        List.of(
            new UnknownInLesson(MadeFaces.person(1, 5, 9), Optional.of(known)),
            new UnknownInLesson(MadeFaces.person(2, 1, 2), Optional.empty()));

    List<UnknownFace> faces = maker(WHOLE).make(unknown, Map.of(), RUN).unknown();

    assertThat(faces).extracting(UnknownFace::number).containsExactly(1, 2);
    assertThat(faces).extracting(UnknownFace::id).containsExactly("U7", "2");
    assertThat(faces).extracting(UnknownFace::first).containsExactly(minutes(5), minutes(1));
    assertThat(faces).extracting(UnknownFace::last).containsExactly(minutes(9), minutes(2));
    assertThat(faces).extracting(UnknownFace::sightings).containsExactly(5, 2);
  }

  private static LessonRegister make(RegisterMaker maker) {
    return maker.make(List.of(), Map.of(), RUN);
  }

  private static RegisterMaker maker(LessonCoverage seen, Match... matches) {
    EnrolledClass enrolled =
        new EnrolledClass(
            roster(ADA, BEN), List.of(template(ADA), template(BEN)), Map.of("S1", PORTRAIT));
    return maker(enrolled, seen, matches);
  }

  private static RegisterMaker maker(
      EnrolledClass enrolled, LessonCoverage seen, Match... matches) {
    var found = new Identification(List.of(matches), List.of(), new MatchLimit(0.001, 2, 4));
    return new RegisterMaker(enrolled, found, seen, Settings.DEFAULT);
  }

  private static Roster roster(Student... students) {
    return new Roster("7A", List.of(students));
  }

  private static Template template(Student student) {
    return new Template(student, MadeFaces.embedding(0));
  }

  private static Match match(Student student, int seat, int first, int last) {
    return new Match(student, MadeFaces.person(seat, first, last), 6, 0.9, Optional.empty());
  }

  private static Match doubtful(Student student, Reason doubt) {
    return new Match(student, MadeFaces.person(0, 0, 44), 6, 0.9, Optional.of(Message.of(doubt)));
  }

  private static LessonCoverage seen(Doubt... doubts) {
    List<Stretch> all = List.of(new Stretch(minutes(0), minutes(45), View.SEEN));
    Coverage coverage = new Coverage(all, 10, Optional.empty(), List.of(doubts));
    return new LessonCoverage(LESSON, coverage, List.of());
  }
}
