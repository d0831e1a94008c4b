package org.rollcall.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.rollcall.cli.console.Console;
import org.rollcall.cli.console.Wording;
import org.rollcall.enrol.EnrolmentReport;
import org.rollcall.enrol.PhotoReport;
import org.rollcall.model.Consent;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;

/** Prints which photos of a class were accepted or refused, and who can be recognised. */
final class EnrolmentPrinter {
  private final Console console;

  EnrolmentPrinter(Console console) {
    this.console = console;
  }

  void print(Roster roster, EnrolmentReport report) {
    console.out().printf("Class %s%n", roster.className());
    for (Student student : roster.students()) {
      print(student, photos(student, report));
    }
    long accepted = report.photos().stream().filter(PhotoReport::accepted).count();
    int students = roster.students().size();
    console
        .out()
        .printf(
            "%d of %s accepted, %d of %s can be recognised (model pack %s).%n",
            accepted,
            Wording.count(report.photos().size(), "photo"),
            students - report.unrecognisable().size(),
            Wording.count(students, "student"),
            report.space());
    if (!report.renewed()) {
      console.out().println("Nothing has changed since the last enrolment.");
    }
    report.warnings().forEach(warning -> console.err().printf("Warning: %s%n", warning));
    if (!report.unrecognisable().isEmpty()) {
      console
          .err()
          .printf(
              "Cannot be recognised, mark them by hand: %s.%n",
              report.unrecognisable().stream().map(EnrolmentPrinter::name).collect(joining(", ")));
    }
    console.out().println();
  }

  private static List<PhotoReport> photos(Student student, EnrolmentReport report) {
    return report.photos().stream()
        .filter(photo -> photo.studentId().equals(student.id()))
        .toList();
  }

  private void print(Student student, List<PhotoReport> photos) {
    console.out().printf("  %s%n", name(student));
    if (student.consent() == Consent.REFUSED) {
      console.out().println("    not enrolled: no consent to be recognised");
    } else if (photos.isEmpty()) {
      console.out().println("    no photo");
    }
    List<PhotoReport> accepted = photos.stream().filter(PhotoReport::accepted).toList();
    if (!accepted.isEmpty()) {
      String files =
          accepted.stream().map(photo -> fileName(photo.file())).distinct().collect(joining(", "));
      console.out().printf("    accepted: %s%n", files);
    }
    photos.stream()
        .filter(photo -> !photo.accepted())
        .forEach(
            photo ->
                console
                    .out()
                    .printf(
                        "    refused: %s: %s%n",
                        fileName(photo.file()), photo.refusal().orElseThrow()));
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String name(Student student) {
    return student.id() + " " + student.name();
  }
}
