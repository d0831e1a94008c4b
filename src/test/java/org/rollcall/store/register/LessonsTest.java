package org.rollcall.store.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.model.Consent;
import org.rollcall.model.Correction;
import org.rollcall.model.Coverage;
import org.rollcall.model.Footage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Reason;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.Verdict;
import org.rollcall.model.WrittenCorrection;
import org.rollcall.model.WrittenCorrection.CorrectionEnd;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.db.Database;
import org.rollcall.store.people.EnrolledPhoto;
import org.rollcall.store.people.Enrolment;
import org.rollcall.store.people.EnrolmentStore;
import org.rollcall.testing.FakeClock;

@ParameterizedClass
@EachDatabase
class LessonsTest {
  private static final LessonKey NINE =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final LessonKey TEN =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(10, 0));
  private static final Student ZOE =
      new Student("s1", "Zoé Öz", Optional.of("zoe@example.org"), Consent.GIVEN);
  private static final Student ADAM = new Student("s2", "Adam O'Neill");
  private static final Jpeg PICTURE = new Jpeg(new byte[] {-1, -40, 7});
  private static final Correction EXCUSED =
      new Correction(Optional.of(Status.ABSENT), "At the dentist's");
  private static final Correction REMARK = new Correction(Optional.empty(), "Check the clock");

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  private final FakeClock clock = FakeClock.at("2026-11-17T02:00:00Z");
  @AutoClose private Database database;
  private Lessons lessons;

  @BeforeEach
  void open() {
    database = Database.open(kind.fresh(home));
    lessons = new Lessons(database, clock);
  }

  private static Verdict plain(Student student, Status status) {
    return new Verdict(student, status, Optional.empty(), 0, Optional.empty());
  }

  private static LessonRegister.Row row(Verdict verdict) {
    return new LessonRegister.Row(verdict, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static RunFacts run() {
    return new RunFacts(
        "0.1.0",
        Instant.parse("2026-11-17T02:04:05.678Z"),
        Duration.ofMillis(61_234),
        List.of(),
        Map.of(),
        Map.of(),
        List.of());
  }

  private static LessonRegister register(LessonKey key, Verdict... verdicts) {
    return new LessonRegister(
        new Lesson(key, Duration.ofMinutes(45)),
        List.of(verdicts).stream().map(LessonsTest::row).toList(),
        List.of(),
        Coverage.unknown(),
        Outcome.done(),
        run());
  }

  @Test
  void outline_registerWithPictures_saysWhichThereAre() {
    new EnrolmentStore(database)
        .replace(
            new Enrolment(
                "7A",
                "compact",
                "photos",
                List.of(
                    new EnrolledPhoto(
                        "s2",
                        "1.jpg",
                        "a".repeat(64),
                        Optional.of(Embedding.normalised(1, 0)),
                        Optional.of(PICTURE),
                        0.9,
                        Optional.empty()))));
    lessons.save(fullRegister());
    LessonRegister whole = lessons.find(NINE).orElseThrow();

    LessonRegister outline = lessons.outline(NINE).orElseThrow();

    assertThat(outline.rows())
        .extracting(LessonRegister.Row::portrait, LessonRegister.Row::evidence)
        .containsExactly(
            tuple(Optional.empty(), Optional.of(Jpeg.UNREAD)),
            tuple(Optional.of(Jpeg.UNREAD), Optional.empty()));
    assertThat(outline.unknown()).extracting(UnknownFace::crop).containsOnly(Jpeg.UNREAD);
    assertThat(outline.rows())
        .extracting(LessonRegister.Row::verdict)
        .isEqualTo(whole.rows().stream().map(LessonRegister.Row::verdict).toList());
    assertThat(outline.run()).isEqualTo(whole.run());
    assertThat(lessons.outline(TEN)).isEmpty();
  }

  private static LessonRegister fullRegister() {
    Lesson.Slot slot =
        new Lesson.Slot(
            LocalDateTime.of(2026, 11, 16, 9, 0), LocalDateTime.of(2026, 11, 16, 9, 45));
    return new LessonRegister(
        new Lesson(NINE, Duration.ofMinutes(46), slot),
        List.of(rowWithEvidence(), row(plain(ADAM, Status.ABSENT))),
        unknownFaces(),
        Coverage.unknown(),
        Outcome.partial(
            List.of(
                Message.of(Reason.RECORDING_SHORT, "45:00", "44:10"),
                Message.english("One camera is dark."))),
        fullRun());
  }

  private static LessonRegister.Row rowWithEvidence() {
    Verdict.Presence presence =
        new Verdict.Presence(
            Duration.ofMillis(1_033),
            Duration.ofMinutes(44),
            Duration.ofMinutes(30),
            17,
            List.of(0, 3, 14));
    return new LessonRegister.Row(
        new Verdict(
            ZOE,
            Status.LATE,
            Optional.of(presence),
            0.97,
            Optional.of(Message.of(Reason.LATE_AND_LEFT_EARLY))),
        Optional.empty(),
        Optional.of(PICTURE),
        Optional.empty());
  }

  private static List<UnknownFace> unknownFaces() {
    UnknownPerson known = new UnknownPerson(3, 10, NINE.date().minusDays(60), NINE.date());
    return List.of(
        new UnknownFace(
            1, Duration.ofSeconds(3), Duration.ofSeconds(9), 4, PICTURE, Optional.of(known)),
        new UnknownFace(
            2, Duration.ofSeconds(4), Duration.ofSeconds(5), 2, PICTURE, Optional.empty()));
  }

  private static RunFacts fullRun() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("matching.limit", "0.62");
    settings.put("attendance.late", "5 min");
    return new RunFacts(
        "0.1.0",
        Instant.parse("2026-11-17T02:04:05.678Z"),
        Duration.ofMillis(61_234),
        List.of(
            new Footage("footage/7A/b.mp4", "b".repeat(64), Duration.ofMinutes(46)),
            new Footage("footage/7A/a.mp4", "a".repeat(64), Duration.ofMinutes(45))),
        Map.of("embedding", "compact"),
        settings,
        List.of(Message.english("The clock of the camera is 2 min ahead.")));
  }

  @Test
  void find_whatWasSaved_isEqual() {
    lessons.save(fullRegister());

    assertThat(lessons.find(NINE)).contains(fullRegister());
    assertThat(lessons.find(NINE).orElseThrow().run().settings().keySet())
        .containsExactly("matching.limit", "attendance.late");
  }

  @Test
  void find_reasonOfAnEarlierVersion_isItsEnglishText() {
    lessons.save(fullRegister());
    database.change(handle -> handle.execute("UPDATE verdict SET reason_code = NULL"));

    assertThat(lessons.find(NINE).orElseThrow().rows())
        .extracting(row -> row.verdict().reason())
        .contains(Optional.of(Message.english("Also left early.")));
  }

  @Test
  void times_inTheFile_areOfTypesThatEveryDatabaseHas() {
    lessons.save(fullRegister());

    String columns =
        database.read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT lesson_date || ' ' || lesson_start || ' ' || slot_end || ' '
                          || processed || ' ' || took
                        FROM lesson JOIN register ON lesson_id = id\
                        """)
                    .mapTo(String.class)
                    .one());
    assertThat(columns).isEqualTo("2026-11-16 09:00 2026-11-16T09:45 1794881045678 61234");
  }

  @Test
  void find_unknownLesson_isEmpty() {
    lessons.save(fullRegister());

    assertThat(lessons.find(TEN)).isEmpty();
    assertThat(lessons.runs(TEN)).isZero();
  }

  @Test
  void find_lessonWithCorrectionsOnly_isEmpty() {
    lessons.saveCorrections(NINE, Map.of("s1", EXCUSED), "sheet");

    assertThat(lessons.find(NINE)).isEmpty();
  }

  @Test
  void find_correctedAndEnrolledSince_showsBoth() {
    lessons.save(fullRegister());
    lessons.saveCorrections(NINE, Map.of("s2", REMARK), "sheet");
    Embedding embedding = Embedding.ofUnit(1, 0);
    new EnrolmentStore(database)
        .replace(
            new Enrolment(
                "7A",
                "compact",
                "",
                List.of(
                    new EnrolledPhoto(
                        "s2",
                        "x",
                        "h",
                        Optional.of(embedding),
                        Optional.of(PICTURE),
                        1,
                        Optional.empty()))));

    LessonRegister.Row adam = lessons.find(NINE).orElseThrow().rows().get(1);
    assertThat(adam.correction()).contains(REMARK);
    assertThat(adam.portrait()).contains(PICTURE);
    assertThat(adam.status()).isEqualTo(Status.ABSENT);
  }

  @Test
  void save_again_replacesEverything() {
    lessons.save(fullRegister());
    LessonRegister second = register(NINE, plain(ADAM, Status.PRESENT));
    lessons.save(second);

    assertThat(lessons.find(NINE)).contains(second);
    assertThat(lessons.runs(NINE)).isEqualTo(2);
  }

  @Test
  void save_again_keepsCorrections() {
    lessons.save(fullRegister());
    lessons.saveCorrections(NINE, Map.of("s1", EXCUSED), "sheet");
    lessons.save(fullRegister());

    assertThat(lessons.corrections(NINE)).containsExactly(entry("s1", EXCUSED));
  }

  @Test
  void save_failingHalfWay_keepsTheOldOne() {
    lessons.save(fullRegister());
    kind.refuse(database, "verdict", "position = 0");

    assertThatThrownBy(() -> lessons.save(register(NINE, plain(ADAM, Status.PRESENT))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(lessons.find(NINE)).contains(fullRegister());
    assertThat(lessons.runs(NINE)).isEqualTo(1);
  }

  @Test
  void save_failedLesson_isRefusedAndKeepsTheOldOne() {
    lessons.save(fullRegister());
    LessonRegister failed =
        new LessonRegister(
            fullRegister().lesson(),
            List.of(),
            List.of(),
            Coverage.unknown(),
            Outcome.failed(Message.english("No picture.")),
            run());

    assertThatThrownBy(() -> lessons.save(failed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7A_2026-11-16_0900");
    assertThat(lessons.find(NINE)).contains(fullRegister());
  }

  @Test
  void marks_severalLessons_inOrderOfTimeAndRoster() {
    lessons.save(register(TEN, plain(ZOE, Status.PRESENT), plain(ADAM, Status.REVIEW)));
    lessons.save(register(NINE, plain(ZOE, Status.ABSENT), plain(ADAM, Status.PRESENT)));
    lessons.save(register(new LessonKey("7B", NINE.date(), NINE.start()), plain(ZOE, Status.LATE)));

    List<LessonMarks> marks = lessons.marks("7A");
    assertThat(marks)
        .containsExactly(
            new LessonMarks(NINE, Map.of("s1", Status.ABSENT, "s2", Status.PRESENT)),
            new LessonMarks(TEN, Map.of("s1", Status.PRESENT, "s2", Status.REVIEW)));
    assertThat(marks.get(0).marks().keySet()).containsExactly("s1", "s2");
  }

  @Test
  void marks_corrected_showTheTeachersMark() {
    lessons.save(register(NINE, plain(ZOE, Status.PRESENT), plain(ADAM, Status.LATE)));
    lessons.saveCorrections(NINE, Map.of("s1", EXCUSED, "s2", REMARK), "sheet");

    assertThat(lessons.marks("7A"))
        .containsExactly(new LessonMarks(NINE, Map.of("s1", Status.ABSENT, "s2", Status.LATE)));
  }

  @Test
  void marks_unknownClass_areEmpty() {
    assertThat(lessons.marks("7A")).isEmpty();
  }

  @Test
  void classNames_severalClasses_onceEachInOrder() {
    lessons.save(register(new LessonKey("8C", NINE.date(), NINE.start())));
    lessons.save(register(TEN));
    lessons.save(register(NINE));
    lessons.saveCorrections(
        new LessonKey("9D", NINE.date(), NINE.start()), Map.of("s1", EXCUSED), "sheet");

    assertThat(lessons.classNames()).containsExactly("7A", "8C");
  }

  @Test
  void saveCorrections_beforeAnyRegister_areKept() {
    lessons.saveCorrections(NINE, Map.of("s1", EXCUSED, "s2", REMARK), "sheet");

    assertThat(lessons.corrections(NINE)).containsOnly(entry("s1", EXCUSED), entry("s2", REMARK));
    assertThat(lessons.corrections(TEN)).isEmpty();
    assertThat(lessons.correctionsOf("7A", "s1")).allMatch(written -> written.end().isEmpty());
  }

  @Test
  void saveCorrections_sameAgain_leavesNoTrace() {
    lessons.saveCorrections(NINE, Map.of("s1", EXCUSED), "sheet");
    clock.pass(Duration.ofDays(1));
    lessons.saveCorrections(NINE, Map.of("s1", EXCUSED), "sheet");

    assertThat(lessons.correctionsOf("7A", "s1"))
        .singleElement()
        .returns(Optional.empty(), WrittenCorrection::end);
  }

  @Test
  void saveCorrections_changedAndTakenBack_keepsWhatHeldBefore() {
    Instant begin = clock.instant();
    lessons.saveCorrections(NINE, Map.of("s1", EXCUSED, "s2", REMARK), "sheet");
    Instant change = clock.pass(Duration.ofDays(1));
    lessons.saveCorrections(NINE, Map.of("s1", REMARK, "s2", REMARK), "Ms Ito");
    Instant retreat = clock.pass(Duration.ofDays(1));
    lessons.saveCorrections(NINE, Map.of("s2", REMARK), "sheet");

    assertThat(lessons.corrections(NINE)).containsExactly(entry("s2", REMARK));
    assertThat(lessons.correctionsOf("7A", "s1"))
        .containsExactlyInAnyOrder(
            new WrittenCorrection(
                NINE, EXCUSED, "sheet", begin, Optional.of(new CorrectionEnd(change, "Ms Ito"))),
            new WrittenCorrection(
                NINE, REMARK, "Ms Ito", change, Optional.of(new CorrectionEnd(retreat, "sheet"))));
  }

  @Test
  void deletingAStudent_takesVerdictsAndCorrectionsAlong() {
    lessons.save(fullRegister());
    lessons.saveCorrections(NINE, Map.of("s1", EXCUSED, "s2", REMARK), "sheet");
    lessons.saveCorrections(NINE, Map.of("s1", REMARK, "s2", REMARK), "sheet");
    database.change(handle -> handle.execute("DELETE FROM student WHERE id = ?", "s1"));

    assertThat(lessons.marks("7A"))
        .containsExactly(new LessonMarks(NINE, Map.of("s2", Status.ABSENT)));
    assertThat(lessons.corrections(NINE)).containsOnlyKeys("s2");
    assertThat(lessons.correctionsOf("7A", "s1")).isEmpty();
  }
}
