package org.rollcall.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rollcall.basics.AtomicFile;
import org.rollcall.evaluation.Truth.TrueAttendance;
import org.rollcall.evaluation.Truth.TruePresence;
import org.rollcall.evaluation.Truth.Visit;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Student;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes {@code truth.json}, the file beside a recording that holds the truth about it.
 */
public final class TruthFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private TruthFile() {}

  /**
   * The contents of the file: either full details of each student, or only the ids of those who
   * must, may and must not be found.
   */
  private record TruthJson(
      String footage,
      Double seconds,
      List<PersonJson> students,
      List<String> strangers,
      @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("must_be_present")
          List<String> mustBePresent,
      @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("may_be_present_or_review")
          List<String> mayBePresent,
      @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("must_not_be_present")
          List<String> mustNotBePresent) {}

  /** A student; times are in seconds, null if there are none. */
  private record PersonJson(
      String id, String name, boolean present, Double first, Double last, Integer face) {}

  /**
   * Writes a truth file.
   *
   * @param truth the truth to write
   * @param file the file, in the folder of the recording
   * @throws IOException if the file cannot be written
   */
  public static void write(Truth truth, Path file) throws IOException {
    TruthJson content =
        new TruthJson(
            truth.recording().getFileName().toString(),
            seconds(truth.length()),
            truth.attendance().stream().map(TruthFile::person).toList(),
            truth.strangers(),
            null,
            null,
            null);
    AtomicFile.write(file, JSON.writeValueAsBytes(content));
  }

  private static PersonJson person(TrueAttendance attendance) {
    Optional<Visit> visit = attendance.visit();
    return new PersonJson(
        attendance.student().id(),
        attendance.student().name(),
        attendance.presence() == TruePresence.PRESENT,
        visit.map(there -> seconds(there.first())).orElse(null),
        visit.map(there -> seconds(there.last())).orElse(null),
        visit.map(Visit::facePixels).orElse(null));
  }

  /**
   * Reads a truth file. Ids stand in for names that are missing.
   *
   * @param file the file, in the folder of the recording
   * @return the truth
   * @throws RollcallException if the file is missing or damaged
   */
  public static Truth read(Path file) {
    try {
      TruthJson content = JSON.readValue(Files.readAllBytes(file), TruthJson.class);
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

  private static List<TrueAttendance> attendance(TruthJson content) {
    if (content.students != null) {
      return content.students.stream().map(TruthFile::attendance).toList();
    }
    Map<TruePresence, List<String>> lists = new LinkedHashMap<>();
    lists.put(TruePresence.PRESENT, content.mustBePresent);
    lists.put(TruePresence.EITHER, content.mayBePresent);
    lists.put(TruePresence.ABSENT, content.mustNotBePresent);
    lists.values().removeIf(Objects::isNull);
    if (lists.isEmpty()) {
      throw new IllegalArgumentException("It names no students");
    }
    List<TrueAttendance> all = new ArrayList<>();
    lists.forEach((presence, ids) -> ids.forEach(id -> all.add(attendance(id, presence))));
    return all;
  }

  private static TrueAttendance attendance(String id, TruePresence presence) {
    return new TrueAttendance(new Student(id, id), presence, Optional.empty());
  }

  private static TrueAttendance attendance(PersonJson person) {
    return new TrueAttendance(
        new Student(person.id, person.name == null ? person.id : person.name),
        person.present ? TruePresence.PRESENT : TruePresence.ABSENT,
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
