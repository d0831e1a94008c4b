package org.rollcall.cli;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rollcall.cli.console.Console;
import org.rollcall.cli.console.Wording;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.school.Home;
import org.slf4j.LoggerFactory;

/** Prints the outcome of processed recordings. */
final class LessonPrinter {
  private final Console console;
  private final Home home;

  LessonPrinter(Console console, Home home) {
    this.console = console;
    this.home = home;
  }

  /** Prints the report of one lesson: a failure as an error, everything else as a result. */
  void print(LessonReport report) {
    LoggerFactory.getLogger(LessonPrinter.class)
        .info("{}: {} {}", report.file(), report.outcome().state(), report.outcome().reasons());
    report.register().ifPresentOrElse(register -> print(report, register), () -> failed(report));
  }

  /** Prints how many recordings ended in each state, if there are several. */
  void printSum(List<LessonReport> reports) {
    if (reports.size() > 1) {
      String states =
          Arrays.stream(Outcome.Completion.values())
              .map(state -> count(reports, state))
              .filter(text -> !text.isEmpty())
              .collect(joining(", "));
      console.out().printf("%s: %s.%n", Wording.count(reports.size(), "recording"), states);
    }
  }

  private static String count(List<LessonReport> reports, Outcome.Completion state) {
    long number = reports.stream().filter(report -> report.outcome().state() == state).count();
    return number == 0 ? "" : number + " " + state.name().toLowerCase(Locale.ROOT);
  }

  private void failed(LessonReport report) {
    String reason = Message.joined(report.outcome().reasons());
    if (report.waits()) {
      console
          .err()
          .printf(
              "%s: not done yet.%n  %s%n  The next run tries again if it is still waiting in"
                  + " footage/.%n",
              report.file(), reason);
    } else {
      console.err().printf("%s: failed.%n  %s%n", report.file(), reason);
    }
  }

  private void print(LessonReport report, LessonRegister register) {
    Outcome outcome = report.outcome();
    String end = outcome.state() == Outcome.Completion.PARTIAL ? "partly done" : "done";
    console
        .out()
        .printf("%s: %s in %s.%n", report.file(), end, Wording.took(register.run().took()));
    List<Message> notes = new ArrayList<>(outcome.reasons());
    register.run().warnings().stream().filter(w -> !notes.contains(w)).forEach(notes::add);
    notes.forEach(note -> console.out().printf("  Note: %s%n", note));
    console.out().printf("  %s.%n", marks(register));
    register.rows().stream()
        .filter(row -> row.status() == Status.REVIEW)
        .forEach(
            row ->
                console
                    .out()
                    .printf("  Review: %s. %s%n", name(row), row.verdict().reason().orElseThrow()));
    if (!register.unknown().isEmpty()) {
      int faces = register.unknown().size();
      console.out().printf("  %s%s.%n", Wording.count(faces, "unknown face"), again(register));
    }
    report
        .sheetWaits()
        .ifPresent(
            reason -> console.err().printf("  The sheet will be written later: %s%n", reason));
    report.sheet().ifPresent(sheet -> console.out().printf("  Sheet: %s%n", home.relative(sheet)));
  }

  private static String again(LessonRegister register) {
    return register.unknown().stream()
        .flatMap(face -> face.person().stream())
        .filter(person -> person.lessons() > 1)
        .map(person -> "%s %s".formatted(person.id(), person.seen()))
        .collect(collectingAndThen(joining("; "), seen -> seen.isEmpty() ? "" : ": " + seen));
  }

  private static String marks(LessonRegister register) {
    String marks =
        Arrays.stream(Status.values())
            .map(status -> count(register, status))
            .filter(text -> !text.isEmpty())
            .collect(joining(", "));
    long corrected =
        register.rows().stream()
            .filter(row -> row.correction().flatMap(correction -> correction.status()).isPresent())
            .count();
    return corrected == 0
        ? marks
        : marks + "; of these " + Wording.count((int) corrected, "mark") + " set by hand";
  }

  private static String count(LessonRegister register, Status status) {
    long number = register.rows().stream().filter(row -> row.status() == status).count();
    String title = status == Status.REVIEW ? "in Review" : status.title().toLowerCase(Locale.ROOT);
    return number == 0 ? "" : number + " " + title;
  }

  private static String name(LessonRegister.Row row) {
    Student student = row.verdict().student();
    return student.id() + " " + student.name();
  }
}
