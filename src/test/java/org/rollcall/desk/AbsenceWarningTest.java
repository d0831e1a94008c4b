package org.rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.desk.AbsenceWarning.ABSENCES_IN_A_ROW;
import static org.rollcall.desk.AbsenceWarning.LOW_ATTENDANCE;
import static org.rollcall.model.Status.ABSENT;
import static org.rollcall.model.Status.PRESENT;
import static org.rollcall.model.Status.REVIEW;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.model.MarkSeries;
import org.rollcall.model.Status;
import org.rollcall.settings.WarningSettings;

class AbsenceWarningTest {
  private static final WarningSettings LIMITS = new WarningSettings(80, 5, 3);

  private static MarkSeries absentThenPresent(int absent, int present) {
    List<Status> marks = new ArrayList<>(Collections.nCopies(absent, ABSENT));
    marks.addAll(Collections.nCopies(present, PRESENT));
    return new MarkSeries(marks);
  }

  @Test
  void of_attendanceAtTheLimit_isNoWarning() {
    assertThat(AbsenceWarning.of(absentThenPresent(1, 4), LIMITS)).isEmpty();
    assertThat(AbsenceWarning.of(absentThenPresent(21, 79), LIMITS))
        .containsExactly(LOW_ATTENDANCE);
  }

  @Test
  void of_tooFewLessonsTaken_isNoWarning() {
    assertThat(AbsenceWarning.of(absentThenPresent(2, 2), LIMITS)).isEmpty();
    assertThat(AbsenceWarning.of(absentThenPresent(2, 3), LIMITS)).containsExactly(LOW_ATTENDANCE);
    assertThat(
            AbsenceWarning.of(
                new MarkSeries(List.of(ABSENT, REVIEW, REVIEW, REVIEW, REVIEW)), LIMITS))
        .isEmpty();
  }

  @Test
  void of_absencesInARow_warnFromTheLimitOn() {
    assertThat(AbsenceWarning.of(new MarkSeries(List.of(ABSENT, ABSENT)), LIMITS)).isEmpty();
    assertThat(AbsenceWarning.of(new MarkSeries(List.of(ABSENT, ABSENT, ABSENT)), LIMITS))
        .containsExactly(ABSENCES_IN_A_ROW);
    assertThat(AbsenceWarning.of(absentThenPresent(6, 1), LIMITS)).containsExactly(LOW_ATTENDANCE);
  }

  @Test
  void of_limitsOfZero_neverWarn() {
    assertThat(AbsenceWarning.of(absentThenPresent(50, 0), new WarningSettings(0, 1, 0))).isEmpty();
  }
}
