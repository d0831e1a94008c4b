package org.rollcall.result;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.Correction;
import org.rollcall.model.Footage;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.RunFacts;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.Verdict;

/**
 * The content of {@code result.json}. Times are in seconds from the start of the recording, which
 * is {@code recordedFrom}.
 *
 * @param className name of the class
 * @param date day of the lesson, yyyy-MM-dd
 * @param start wall-clock start of the lesson, as in its key, HH:mm
 * @param recordedFrom when the first recording starts, as ISO-8601 with the offset from UTC;
 *     earlier or later than {@code start} if that is the start of a lesson of the timetable
 * @param footage the recordings
 * @param students the students of the roster, with their marks
 * @param unknown faces that match no student of the class
 * @param coverage what was seen of the lesson
 * @param models id of the model pack used for each task
 * @param settings the settings that affected the result, by key
 * @param version version of Rollcall
 * @param processed when processing ended, in UTC
 * @param seconds how long processing took, in seconds
 * @param outcome {@code DONE} or {@code PARTIAL}
 * @param reasons why it is not {@code DONE}, a sentence each; empty if it is
 * @param warnings warnings for the reader, a sentence each
 */
record ResultJson(
    @JsonProperty("class") String className,
    String date,
    String start,
    String recordedFrom,
    List<FootageJson> footage,
    List<StudentJson> students,
    List<UnknownJson> unknown,
    CoverageJson coverage,
    Map<String, String> models,
    Map<String, String> settings,
    String version,
    String processed,
    double seconds,
    String outcome,
    List<String> reasons,
    List<String> warnings) {

  record FootageJson(String file, String sha256, double seconds) {}

  /**
   * The row of one student.
   *
   * @param id the school's number for the student
   * @param name as in the roster
   * @param status the mark in force
   * @param found Rollcall's own mark
   * @param firstSeen time of the first sighting, or null
   * @param lastSeen time of the last sighting, or null
   * @param minutesSeen total time for which the face was tracked, in minutes
   * @param confidence confidence of the identification, 0..1
   * @param sightings number of sampled frames that show the face
   * @param reason why the mark needs an explanation; empty if it needs none
   * @param remark the teacher's remark; may be empty
   * @param evidence path of the best image, relative to this file, or null
   */
  record StudentJson(
      String id,
      String name,
      String status,
      String found,
      Double firstSeen,
      Double lastSeen,
      double minutesSeen,
      double confidence,
      int sightings,
      String reason,
      String remark,
      String evidence) {}

  /**
   * An unknown person.
   *
   * @param track number of the person in the lesson, from 1
   * @param person label of the person in all lessons of the class, or null if unknown people are
   *     not recognised across lessons
   * @param lessons number of lessons in which the person has been seen so far, or null
   * @param since day of the earliest of these lessons, yyyy-MM-dd, or null
   * @param firstSeen time of the first sighting
   * @param lastSeen time of the last sighting
   * @param sightings number of sampled frames that show the face
   * @param crop path of the best image, relative to this file
   */
  record UnknownJson(
      int track,
      String person,
      Integer lessons,
      String since,
      double firstSeen,
      double lastSeen,
      int sightings,
      String crop) {}

  static ResultJson of(LessonRegister register) {
    RunFacts run = register.run();
    return new ResultJson(
        register.lesson().key().className(),
        register.lesson().key().date().toString(),
        register.lesson().key().start().toString(),
        ISO_OFFSET_DATE_TIME.format(register.lesson().recordedFrom()),
        run.footage().stream().map(ResultJson::footage).toList(),
        register.rows().stream().map(ResultJson::student).toList(),
        register.unknown().stream().map(ResultJson::unknown).toList(),
        CoverageJson.of(register.coverage()),
        run.models(),
        run.settings(),
        run.version(),
        run.processed().toString(),
        seconds(run.took()),
        register.outcome().state().name(),
        texts(register.outcome().reasons()),
        texts(run.warnings()));
  }

  private static FootageJson footage(Footage footage) {
    return new FootageJson(footage.file(), footage.sha256(), seconds(footage.length()));
  }

  private static StudentJson student(LessonRegister.Row row) {
    Verdict verdict = row.verdict();
    Optional<Verdict.Presence> presence = verdict.presence();
    String id = verdict.student().id();
    return new StudentJson(
        id,
        verdict.student().name(),
        row.status().name(),
        verdict.status().name(),
        presence.map(p -> seconds(p.first())).orElse(null),
        presence.map(p -> seconds(p.last())).orElse(null),
        presence.map(p -> round(p.seen().toMillis() / 60_000.0)).orElse(0.0),
        round(verdict.confidence()),
        presence.map(Verdict.Presence::sightings).orElse(0),
        verdict.reason().map(Message::toString).orElse(""),
        row.correction().map(Correction::remark).orElse(""),
        row.evidence().map(crop -> "evidence/" + id + ".jpg").orElse(null));
  }

  private static UnknownJson unknown(UnknownFace face) {
    return new UnknownJson(
        face.number(),
        face.person().map(UnknownPerson::id).orElse(null),
        face.person().map(UnknownPerson::lessons).orElse(null),
        face.person().map(person -> person.since().toString()).orElse(null),
        seconds(face.first()),
        seconds(face.last()),
        face.sightings(),
        "unknown/" + face.id() + ".jpg");
  }

  private static List<String> texts(List<Message> messages) {
    return messages.stream().map(Message::toString).toList();
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
