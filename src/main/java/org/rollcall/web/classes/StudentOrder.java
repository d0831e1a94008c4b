package org.rollcall.web.classes;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.rollcall.desk.StudentSummary;
import org.rollcall.model.Status;
import org.rollcall.web.kit.PageProblem;

/** An order of the students of a class. */
enum StudentOrder {
  /** As on the roster. */
  LIST,
  NAME,
  PRESENT,
  LATE,
  LEFT_EARLY,
  ABSENT,
  REVIEW,
  SHARE,
  MINUTES,
  ROW;

  /**
   * Finds an order by its word in an address.
   *
   * @throws PageProblem if there is none
   */
  static StudentOrder named(String word) {
    return Arrays.stream(values())
        .filter(order -> order.word().equals(word))
        .findFirst()
        .orElseThrow(() -> PageProblem.badQuery("problem.sort", word));
  }

  /** {@return its word in an address} */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return whether large numbers come first} */
  boolean descends() {
    return this != LIST && this != NAME && this != SHARE;
  }

  Comparator<StudentSummary> comparator(Locale locale) {
    return switch (this) {
      case LIST -> comparingInt(student -> 0);
      case NAME -> comparing(student -> student.student().name(), Collator.getInstance(locale));
      case PRESENT -> byCount(Status.PRESENT);
      case LATE -> byCount(Status.LATE);
      case LEFT_EARLY -> byCount(Status.LEFT_EARLY);
      case ABSENT -> byCount(Status.ABSENT);
      case REVIEW -> byCount(Status.REVIEW);
      case SHARE -> comparing(student -> student.marks().tally().attendedShare().orElse(2));
      case MINUTES -> comparing(StudentSummary::seen).reversed();
      case ROW ->
          comparingInt((StudentSummary student) -> student.marks().absencesInARow()).reversed();
    };
  }

  private static Comparator<StudentSummary> byCount(Status status) {
    return comparingInt((StudentSummary student) -> student.marks().tally().count(status))
        .reversed();
  }
}
