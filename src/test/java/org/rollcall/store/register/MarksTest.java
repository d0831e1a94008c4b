package org.rollcall.store.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rollcall.model.Status.ABSENT;
import static org.rollcall.model.Status.LATE;
import static org.rollcall.model.Status.PRESENT;
import static org.rollcall.model.Status.REVIEW;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.model.Correction;
import org.rollcall.model.Coverage;
import org.rollcall.model.DayRange;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.LessonTally;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.StudentLesson;
import org.rollcall.model.Tally;
import org.rollcall.model.Verdict;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.db.Database;
import org.rollcall.testing.FakeClock;

/**
 * Three lessons on two days, of which a teacher has corrected one mark:
 *
 * <pre>
 *          30 Nov 9:00   30 Nov 10:00           1 Dec 9:00
 *   Ada    present       absent                 review, corrected to absent
 *   Ben    late          present                –
 * </pre>
 */
@ParameterizedClass
@EachDatabase
class MarksTest {
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 30);
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
  private static final LessonKey FIRST = key("7A", NOVEMBER, 9);
  private static final LessonKey SECOND = key("7A", NOVEMBER, 10);
  private static final LessonKey THIRD = key("7A", DECEMBER, 9);
  private static final DayRange ONLY_NOVEMBER = new DayRange(NOVEMBER.minusDays(29), NOVEMBER);
  private static final Student ADA = new Student("s1", "Ada Ärger");
  private static final Student BEN = new Student("s2", "Ben");

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  @AutoClose private Database database;
  private Marks marks;

  @BeforeEach
  void fill() {
    database = Database.open(kind.fresh(home));
    marks = new Marks(database);
    Lessons lessons = new Lessons(database, FakeClock.at("2026-12-01T20:00:00Z"));
    // Not in the order of time.
    lessons.save(register(THIRD, row(ADA, REVIEW)));
    lessons.save(register(FIRST, row(ADA, PRESENT), row(BEN, LATE)));
    lessons.save(register(SECOND, row(ADA, ABSENT), row(BEN, PRESENT)));
    lessons.save(register(key("7B", DECEMBER, 9), row(BEN, ABSENT)));
    lessons.saveCorrections(
        THIRD, Map.of("s1", new Correction(Optional.of(ABSENT), "ill")), "birch");
    // Known, but without a register.
    lessons.saveCorrections(key("7A", DECEMBER, 11), Map.of(), "7A.xlsx");
    lessons.saveCorrections(key("7C", DECEMBER, 11), Map.of(), "7C.xlsx");
  }

  private static LessonKey key(String className, LocalDate day, int hour) {
    return new LessonKey(className, day, LocalTime.of(hour, 0));
  }

  private static LessonRegister.Row row(Student student, Status status) {
    Optional<Verdict.Presence> seen =
        status == ABSENT
            ? Optional.empty()
            : Optional.of(
                new Verdict.Presence(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(40),
                    Duration.ofMinutes(30),
                    9,
                    List.of()));
    return new LessonRegister.Row(
        new Verdict(student, status, seen, 0.5, Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static LessonRegister register(LessonKey key, LessonRegister.Row... rows) {
    return new LessonRegister(
        new Lesson(key, Duration.ofMinutes(45)),
        List.of(rows),
        List.of(),
        Coverage.unknown(),
        Outcome.done(),
        new RunFacts(
            "0.1.0", Instant.EPOCH, Duration.ZERO, List.of(), Map.of(), Map.of(), List.of()));
  }

  @Test
  void standings_reviewsOfEarlierLessons_areCountedUnlessDecided() {
    Lessons lessons = new Lessons(database, FakeClock.at("2026-12-01T20:00:00Z"));
    lessons.save(register(FIRST, row(ADA, REVIEW), row(BEN, REVIEW)));
    lessons.saveCorrections(
        FIRST, Map.of("s2", new Correction(Optional.empty(), "remark only")), "birch");

    assertThat(marks.standings(List.of("7A", "7B")).get("7A").reviews()).isEqualTo(2);
    assertThat(marks.standings(List.of("7A", "7B")).get("7B").reviews()).isZero();
  }

  @Test
  void byStudent_wholeTime_hasMarksInOrderAndAppliesCorrections() {
    List<StudentMarks> students = marks.byStudent("7A", DayRange.ALL);

    assertThat(students)
        .extracting(StudentMarks::id, StudentMarks::name, student -> student.marks().marks())
        .containsExactlyInAnyOrder(
            tuple("s1", "Ada Ärger", List.of(PRESENT, ABSENT, ABSENT)),
            tuple("s2", "Ben", List.of(LATE, PRESENT)));
    assertThat(students).extracting(StudentMarks::seen).containsOnly(Duration.ofHours(1));
  }

  @Test
  void byStudent_rangeThatEndsWithTheMonth_leavesOutTheNextDay() {
    assertThat(marks.byStudent("7A", ONLY_NOVEMBER))
        .extracting(student -> student.marks().marks())
        .containsExactlyInAnyOrder(List.of(PRESENT, ABSENT), List.of(LATE, PRESENT));
    assertThat(marks.byStudent("7A", new DayRange(DECEMBER.plusDays(1), DECEMBER.plusDays(9))))
        .isEmpty();
  }

  @Test
  void ofStudent_isTheSameAsAmongAll() {
    assertThat(marks.ofStudent("7A", "s1", DayRange.ALL).orElseThrow())
        .isIn(marks.byStudent("7A", DayRange.ALL));
    assertThat(marks.ofStudent("7A", "s3", DayRange.ALL)).isEmpty();
    assertThat(marks.ofStudent("7B", "s1", DayRange.ALL)).isEmpty();
  }

  @Test
  void byLesson_wholeTime_hasTheLatestFirst() {
    assertThat(marks.byLesson("7A", DayRange.ALL, Marks.MarkRange.ALL))
        .containsExactly(
            new LessonTally(THIRD, Tally.of(List.of(ABSENT))),
            new LessonTally(SECOND, Tally.of(List.of(ABSENT, PRESENT))),
            new LessonTally(FIRST, Tally.of(List.of(PRESENT, LATE))));
    assertThat(marks.byLesson("7A", DayRange.ALL, new Marks.MarkRange(1, 1)))
        .extracting(LessonTally::lesson)
        .containsExactly(SECOND);
    assertThat(marks.lessons("7A", DayRange.ALL)).isEqualTo(3);
    assertThat(marks.lessons("7A", ONLY_NOVEMBER)).isEqualTo(2);
  }

  @Test
  void byDay_ofClassAndStudent_addsUpTheDay() {
    assertThat(marks.byDay("7A", DayRange.ALL))
        .containsExactly(
            Map.entry(NOVEMBER, Tally.of(List.of(PRESENT, LATE, ABSENT, PRESENT))),
            Map.entry(DECEMBER, Tally.of(List.of(ABSENT))));
    assertThat(marks.byDay("7A", "s2", DayRange.ALL))
        .containsExactly(Map.entry(NOVEMBER, Tally.of(List.of(LATE, PRESENT))));
  }

  @Test
  void standings_ofClasses_leaveOutThoseWithoutARegister() {
    Map<String, ClassProgress> standings = marks.standings(List.of("7A", "7B", "7C", "8A"));

    assertThat(standings).containsOnlyKeys("7A", "7B");
    assertThat(standings.get("7A"))
        .isEqualTo(
            new ClassProgress("7A", 3, new LessonTally(THIRD, Tally.of(List.of(ABSENT))), 0));
    assertThat(marks.standings(List.of())).isEmpty();
    assertThat(marks.days("7A")).contains(new DayRange(NOVEMBER, DECEMBER));
    assertThat(marks.days("7C")).isEmpty();
  }

  @Test
  void lessonsOf_correctedMark_tellsWhatWasFoundAndWhoWrote() {
    List<StudentLesson> lessons = marks.lessonsOf("7A", "s1", DayRange.ALL, Marks.MarkRange.ALL);

    assertThat(lessons)
        .extracting(lesson -> lesson.lesson().key())
        .containsExactly(THIRD, SECOND, FIRST);
    StudentLesson corrected = lessons.get(0);
    assertThat(corrected.found()).isEqualTo(REVIEW);
    assertThat(corrected.status()).isEqualTo(ABSENT);
    assertThat(corrected.remark()).isEqualTo("ill");
    assertThat(corrected.written().orElseThrow().author()).isEqualTo("birch");
    assertThat(lessons.get(1).seen()).isEmpty();
    assertThat(lessons.get(2).seen().orElseThrow().time()).isEqualTo(Duration.ofMinutes(30));
  }

  /** Rows hold pictures: to read them all for a number of them would take seconds. */
  @Test
  void statements_thatCount_readNoRowOfAMark() {
    if (kind != DatabaseKind.SQLITE) {
      return;
    }
    for (String statement :
        List.of(
            MarkStatements.byLesson(),
            MarkStatements.byDay(false),
            MarkStatements.byDay(true),
            MarkStatements.byStudent(false),
            MarkStatements.byStudent(true))) {
      List<String> plan = plan(statement);
      assertThat(plan)
          .as(statement)
          .filteredOn(step -> step.contains(" verdict "))
          .isNotEmpty()
          .allMatch(step -> step.startsWith("SEARCH") && step.contains("COVERING INDEX"));
      assertThat(plan).as(statement).noneMatch(step -> step.startsWith("SCAN verdict"));
    }
  }

  private List<String> plan(String statement) {
    String plain = statement.replaceAll(":[a-zA-Z]+", "'1'");
    return database.read(
        handle ->
            new ArrayList<>(
                handle
                    .createQuery("EXPLAIN QUERY PLAN " + plain)
                    .map((row, context) -> row.getString("detail"))
                    .list()));
  }
}
