package org.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.mail.Absences.Absence;
import org.rollcall.mail.Absences.AbsenceSign;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Status;
import org.rollcall.settings.WarningSettings;

/**
 * Marks of one student, drawn as letters: p present, l late, a absent, r to review, - not there.
 */
class AbsencesTest {
  private static final WarningSettings LIMITS = new WarningSettings(75, 4, 3);

  private static List<Absence> absences(WarningSettings limits, String marks) {
    List<LessonMarks> lessons = new ArrayList<>();
    for (int i = 0; i < marks.length(); i++) {
      lessons.add(lesson(i, marks.charAt(i)));
    }
    return new Absences(limits, lessons).all();
  }

  private static LessonMarks lesson(int number, char mark) {
    Map<String, Status> marks =
        switch (mark) {
          case 'p' -> Map.of("S1", Status.PRESENT);
          case 'l' -> Map.of("S1", Status.LATE);
          case 'a' -> Map.of("S1", Status.ABSENT);
          case 'r' -> Map.of("S1", Status.REVIEW);
          default -> Map.of("S2", Status.PRESENT);
        };
    return new LessonMarks(MailedSchool.key(number + 1, 9), marks);
  }

  private static List<AbsenceSign> reasons(String marks) {
    return absences(LIMITS, marks).stream().map(Absence::reason).toList();
  }

  @Test
  void row_ofThree_isReportedWithItsStart() {
    Absence absence = absences(LIMITS, "ppppppppppppaaa").get(0);

    assertThat(absence.reason()).isEqualTo(AbsenceSign.ROW);
    assertThat(absence.since()).isEqualTo(MailedSchool.key(13, 9));
    assertThat(absence.tally().missed()).hasSize(3);
  }

  @Test
  void row_ofTwoOrEnded_isNotTold() {
    assertThat(reasons("ppppppppppppaa")).isEmpty();
    assertThat(reasons("ppppppppppppppaaap")).isEmpty();
  }

  @Test
  void row_withUndecidedMarksAndLessonsWithoutTheStudent_goesOn() {
    assertThat(reasons("ppppppppppppara-a".replace("-a", "-") + "a"))
        .containsExactly(AbsenceSign.ROW);
    assertThat(absences(LIMITS, "ppppppppppppara-a").get(0).since())
        .isEqualTo(MailedSchool.key(13, 9));
  }

  @Test
  void share_belowTheLimit_isToldFromEnoughLessonsOn() {
    assertThat(reasons("paa")).as("three lessons").isEmpty();
    assertThat(reasons("ppaa")).containsExactly(AbsenceSign.SHARE);
    assertThat(reasons("pppa")).as("75 percent exactly").isEmpty();
    assertThat(reasons("lllaa")).containsExactly(AbsenceSign.SHARE);
    assertThat(reasons("pppar")).as("undecided").isEmpty();
  }

  @Test
  void share_sinceWhen_isTheLessonWithWhichItFellLast() {
    Absence absence = absences(LIMITS, "ppaapppppa" + "aa".replace("aa", "pa")).get(0);

    assertThat(absence.reason()).isEqualTo(AbsenceSign.SHARE);
    assertThat(absence.since()).isEqualTo(MailedSchool.key(10, 9));
    assertThat(absence.tally().attended()).isEqualTo(8);
    assertThat(absence.tally().decided()).isEqualTo(12);
    assertThat(absence.tally().percent()).isEqualTo(66);
  }

  @Test
  void limits_off_tellNothing() {
    assertThat(absences(new WarningSettings(0, 1, 0), "aaaaaaaaaa")).isEmpty();
  }

  @Test
  void student_whoHasLeftTheClass_isNotTold() {
    assertThat(reasons("aaaaaa-")).isEmpty();
  }

  @Test
  void lessons_none_tellNothing() {
    assertThat(reasons("")).isEmpty();
  }
}
