package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.model.Status.ABSENT;
import static org.rollcall.model.Status.LATE;
import static org.rollcall.model.Status.LEFT_EARLY;
import static org.rollcall.model.Status.PRESENT;
import static org.rollcall.model.Status.REVIEW;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.demo.Comparison;
import org.rollcall.demo.Comparison.ComparisonLine;
import org.rollcall.model.Status;
import org.rollcall.model.Student;

class DemoPrinterTest {
  private final Printed printed = new Printed();

  @Test
  void print_comparison_setsFilmAgainstSheet() {
    print(
        line("S1", PRESENT, PRESENT),
        line("S2", LATE, LATE),
        line("S3", LATE, PRESENT),
        line("S4", LEFT_EARLY, LEFT_EARLY),
        line("S5", PRESENT, REVIEW),
        line("S6", PRESENT, ABSENT),
        line("S10", PRESENT, REVIEW),
        line("S7", ABSENT, ABSENT),
        line("S8", ABSENT, REVIEW),
        line("S9", ABSENT, PRESENT));

    assertThat(printed.out())
        .startsWith(
            "",
            "                           IN THE FILM  IN THE SHEET",
            "students who came          7            4 found, 2 in Review, 1 missed",
            "of these late              2            1 marked so",
            "of these left early        1            1 marked so",
            "students who did not come  3            1 absent, 1 in Review, 1 marked present",
            "strangers                  2            1 unknown face");
  }

  @Test
  void print_differences_areNamed() {
    print(line("S3", LATE, PRESENT), line("S4", PRESENT, PRESENT));

    assertThat(printed.out())
        .contains("  S3 Ada: in the film Late, in the sheet Present")
        .noneMatch(line -> line.contains("S4"));
  }

  @Test
  void print_noDifference_isRightAboutEveryStudent() {
    print(line("S1", PRESENT, PRESENT));

    assertThat(printed.out()).endsWith("The sheet is right about every student.");
  }

  @Test
  void print_reviewsOnly_isRightAndLeavesThemToAPerson() {
    print(line("S1", PRESENT, REVIEW), line("S2", ABSENT, REVIEW));

    assertThat(printed.out())
        .endsWith("The sheet is right, and leaves 2 students for a person to decide.");
  }

  @Test
  void print_wrongMark_isNotRight() {
    print(line("S1", PRESENT, ABSENT), line("S2", ABSENT, REVIEW));

    assertThat(printed.out()).endsWith("The sheet is wrong about 2 students.");
  }

  private void print(ComparisonLine... lines) {
    new DemoPrinter(printed.console()).print(new Comparison(List.of(lines), 2, 1));
  }

  private static ComparisonLine line(String id, Status truth, Status found) {
    return new ComparisonLine(new Student(id, "Ada"), truth, found);
  }
}
