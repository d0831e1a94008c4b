package org.rollcall.web.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.desk.ClassHistory.StudentHistory;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.MarkChange;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.web.classes.StudentPage.Neighbours;
import org.rollcall.web.kit.Words;

class StudentPageTest {
  private static final Student ADA = new Student("s1", "Ada");
  private static final Student BEN = new Student("s2", "Ben");
  private static final Student CARA = new Student("s3", "Cara");
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final Words WORDS = new Words(Locale.ENGLISH);

  private static Neighbours of(String id) {
    return Neighbours.of(
        List.of(
            new StudentHistory(ADA, false),
            new StudentHistory(BEN, false),
            new StudentHistory(CARA, true)),
        id);
  }

  private static MarkChange change(Correction before, Correction after) {
    return new MarkChange(
        LESSON, Instant.EPOCH, "birch", Optional.ofNullable(before), Optional.ofNullable(after));
  }

  @Test
  void neighbours_students_areThoseBesideThemInTheList() {
    assertThat(of("s1")).isEqualTo(new Neighbours(Optional.empty(), Optional.of(BEN)));
    assertThat(of("s2")).isEqualTo(new Neighbours(Optional.of(ADA), Optional.of(CARA)));
    assertThat(of("s3")).isEqualTo(new Neighbours(Optional.of(BEN), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"LATE, '', Late", "LATE, Bus., Late (Bus.)", ", Ill., Ill.", ", '', ''"})
  void after_correction_isItsMarkAndItsRemark(Status mark, String remark, String text) {
    Correction correction = new Correction(Optional.ofNullable(mark), remark);

    assertThat(StudentPage.after(change(null, correction), WORDS)).isEqualTo(text);
    assertThat(StudentPage.before(change(correction, null), WORDS)).isEqualTo(text);
  }

  @Test
  void beforeAndAfter_noCorrection_isTheMarkAsFound() {
    MarkChange none = change(null, null);

    assertThat(StudentPage.before(none, WORDS)).isEqualTo(WORDS.text("lesson.asfound"));
    assertThat(StudentPage.after(none, WORDS)).isEqualTo(WORDS.text("lesson.asfound"));
  }

  @Test
  void address_daysAndOddId_areInIt() {
    DayFilter days = new DayFilter(Optional.of(LocalDate.of(2026, 11, 1)), Optional.empty());

    assertThat(StudentPage.address("7A", "s/1", DayFilter.NONE))
        .isEqualTo("/classes/7A/students/s%2F1");
    assertThat(StudentPage.address("7A", "s1", days))
        .isEqualTo("/classes/7A/students/s1?from=2026-11-01");
  }
}
