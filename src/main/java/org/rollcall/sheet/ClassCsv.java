package org.rollcall.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Status;
import org.rollcall.model.Tally;

/** Writes the register of a class as comma-separated values. */
final class ClassCsv {
  private ClassCsv() {}

  static Csv of(ClassGrid grid) {
    Csv csv = new Csv();
    csv.line(headings(grid));
    grid.lines().forEach(line -> csv.line(fields(line)));
    return csv;
  }

  private static List<String> headings(ClassGrid grid) {
    List<String> headings = new ArrayList<>(List.of("id", "name", "attended_percent", "taken"));
    for (MarkStyle mark : MarkStyle.values()) {
      headings.add(mark.name().toLowerCase(Locale.ROOT));
    }
    grid.lessons().stream()
        .map(LessonMarks::lesson)
        .forEach(lesson -> headings.add(lesson.date() + " " + lesson.start()));
    return headings;
  }

  private static List<String> fields(ClassGrid.StudentLine line) {
    Tally tally = line.tally();
    List<String> fields = new ArrayList<>(List.of(line.id(), line.name(), percent(tally)));
    fields.add(String.valueOf(tally.taken()));
    for (MarkStyle mark : MarkStyle.values()) {
      fields.add(String.valueOf(tally.count(mark.status())));
    }
    for (Optional<Status> mark : line.marks()) {
      fields.add(mark.map(Status::title).orElse(MarkStyle.NONE));
    }
    return fields;
  }

  private static String percent(Tally tally) {
    return tally.attendedShare().stream()
        .mapToObj(share -> String.format(Locale.ROOT, "%.1f", 100 * share))
        .findFirst()
        .orElse("");
  }
}
