package org.rollcall.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.basics.AtomicFile;
import org.rollcall.evaluation.Truth.Attendance;
import org.rollcall.evaluation.Truth.Presence;
import org.rollcall.evaluation.Truth.Visit;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Student;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The truth about a recording in a file beside it, {@code truth.json}. */
public final class TruthFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private TruthFile() {}

  /**
   * What the file holds: either all about each student, or the ids alone of those who must, may and
   * must not be found.
   */
  private record Content(
      String footage,
      Double seconds,
      List<Person> students,
      List<String> strangers,
      @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("must_be_present")
          List<String> mustBePresent,
      @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("may_be_present_or_review")
          List<String> mayBePresent,
      @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("must_not_be_present")
          List<String> mustNotBePresent) {}

  /** A student; times are seconds, null where there is none. */
  private record Person(
      String id, String name, boolean present, Double first, Double last, Integer face) {}

  /**
   * Writes a truth.
   *
   * @param truth what happened
   * @param file the file, in the folder of the recording
   * @throws IOException if it cannot be written
   */
  public static void write(Truth truth, Path file) throws IOException {
    Content content =
        new Content(
            truth.recording().getFileName().toString(),
            seconds(truth.length()),
            truth.attendance().stream().map(TruthFile::person).toList(),
            truth.strangers(),
            null,
            null,
            null);
    AtomicFile.write(file, JSON.writeValueAsBytes(content));
  }

  private static Person person(Attendance attendance) {
    Optional<Visit> visit = attendance.visit();
    return new Person(
        attendance.student().id(),
        attendance.student().name(),
        attendance.presence() == Presence.PRESENT,
        visit.map(there -> seconds(there.first())).orElse(null),
        visit.map(there -> seconds(there.last())).orElse(null),
        visit.map(Visit::facePixels).orElse(null));
  }

  /**
   * Reads a truth. Where the file holds no names, the ids stand for them.
   *
   * @param file the file, in the folder of the recording
   * @return what happened
   * @throws RollcallException if the file is missing or damaged
   */
  public static Truth read(Path file) {
    try {
      Content content = JSON.readValue(Files.readAllBytes(file), Content.class);
      return new Truth(
          file.resolveSibling(content.footage),
          content.seconds == null ? Duration.ZERO : duration(content.seconds),
          attendance(content),
          content.strangers == null ? List.of() : content.strangers);
    } catch (IOException | JacksonException | NullPointerException | IllegalArgumentException e) {
      throw new RollcallException(
          "Cannot read %s: %s. Expected the truth about a recording; 'rollcall demo' writes an example. Correct the file."
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
  }

  private static List<Attendance> attendance(Content content) {
    if (content.students != null) {
      return content.students.stream().map(TruthFile::attendance).toList();
    }
    List<Attendance> all = new ArrayList<>();
    content.mustBePresent.forEach(id -> all.add(attendance(id, Presence.PRESENT)));
    content.mayBePresent.forEach(id -> all.add(attendance(id, Presence.EITHER)));
    content.mustNotBePresent.forEach(id -> all.add(attendance(id, Presence.ABSENT)));
    return all;
  }

  private static Attendance attendance(String id, Presence presence) {
    return new Attendance(new Student(id, id), presence, Optional.empty());
  }

  private static Attendance attendance(Person person) {
    return new Attendance(
        new Student(person.id, person.name == null ? person.id : person.name),
        person.present ? Presence.PRESENT : Presence.ABSENT,
        person.present && person.first != null
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
