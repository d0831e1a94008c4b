package org.rollcall.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.demo.Truth.Attendance;
import org.rollcall.demo.Truth.Visit;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Student;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The truth about a recording in a file beside it, {@code truth.json}. */
final class TruthFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private TruthFile() {}

  /** What the file holds; times are seconds, null where there is none. */
  private record Content(
      String footage, double seconds, List<Person> students, List<String> strangers) {}

  private record Person(
      String id, String name, boolean present, Double first, Double last, Integer face) {}

  /**
   * Writes a truth.
   *
   * @param truth what happened
   * @param file the file, in the folder of the recording
   * @throws IOException if it cannot be written
   */
  static void write(Truth truth, Path file) throws IOException {
    Content content =
        new Content(
            truth.recording().getFileName().toString(),
            seconds(truth.length()),
            truth.attendance().stream().map(TruthFile::person).toList(),
            truth.strangers());
    Files.write(file, JSON.writeValueAsBytes(content));
  }

  private static Person person(Attendance attendance) {
    Optional<Visit> visit = attendance.visit();
    return new Person(
        attendance.student().id(),
        attendance.student().name(),
        visit.isPresent(),
        visit.map(there -> seconds(there.first())).orElse(null),
        visit.map(there -> seconds(there.last())).orElse(null),
        visit.map(Visit::facePixels).orElse(null));
  }

  /**
   * Reads a truth.
   *
   * @param file the file, in the folder of the recording
   * @return what happened
   * @throws RollcallException if the file is missing or damaged
   */
  static Truth read(Path file) {
    try {
      Content content = JSON.readValue(Files.readAllBytes(file), Content.class);
      return new Truth(
          file.resolveSibling(content.footage),
          duration(content.seconds),
          content.students.stream().map(TruthFile::attendance).toList(),
          content.strangers);
    } catch (IOException | JacksonException | NullPointerException e) {
      throw new RollcallException(
          "Cannot read %s: %s. Delete the folder of the demo, and make it anew."
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
  }

  private static Attendance attendance(Person person) {
    Student student = new Student(person.id, person.name);
    return new Attendance(
        student,
        person.present
            ? Optional.of(new Visit(duration(person.first), duration(person.last), person.face))
            : Optional.empty());
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(1000 * seconds));
  }
}
