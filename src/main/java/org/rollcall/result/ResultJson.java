package org.rollcall.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.Correction;
import org.rollcall.model.Footage;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.RunFacts;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.Verdict;

/**
 * The form of {@code result.json}. Times are seconds from the start of the recording.
 *
 * @param className name of the class
 * @param date day of the lesson, yyyy-MM-dd
 * @param start wall-clock time of the first frame, HH:mm
 * @param footage the recordings
 * @param students the roster, with what holds for each
 * @param unknown faces that belong to nobody of the class
 * @param models id of the model pack for each task
 * @param settings the settings that shaped the result, by key
 * @param version version of Rollcall
 * @param processed when the processing ended, in UTC
 * @param seconds how long it took
 * @param outcome {@code DONE} or {@code PARTIAL}
 * @param reasons why it is not simply done, a sentence each
 * @param warnings what the reader should know, a sentence each
 */
record ResultJson(
    @JsonProperty("class") String className,
    String date,
    String start,
    List<FootageJson> footage,
    List<StudentJson> students,
    List<UnknownJson> unknown,
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
   * A student's row.
   *
   * @param id the school's number for the student
   * @param name as in the roster
   * @param status the mark that holds
   * @param found what Rollcall itself found
   * @param firstSeen time of the first sighting, or null
   * @param lastSeen time of the last sighting, or null
   * @param minutesSeen sum of the times in which the face was followed
   * @param confidence how sure the identification is, 0..1
   * @param sightings number of sampled frames with the face
   * @param reason why the mark is not a plain one; empty for plain ones
   * @param remark what the teacher noted, may be empty
   * @param evidence path of the best picture, from this file on, or null
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
   * A person who is nobody of the class.
   *
   * @param track counts them from 1
   * @param person what the person is called in all lessons of the class, or null where nobody is
   *     recognised again
   * @param lessons in how many lessons the person was seen so far, or null
   * @param since day of the earliest of them, yyyy-MM-dd, or null
   * @param firstSeen time of the first sighting
   * @param lastSeen time of the last sighting
   * @param sightings number of sampled frames with the face
   * @param crop path of the best picture, from this file on
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
        run.footage().stream().map(ResultJson::footage).toList(),
        register.rows().stream().map(ResultJson::student).toList(),
        register.unknown().stream().map(ResultJson::unknown).toList(),
        run.models(),
        run.settings(),
        run.version(),
        run.processed().toString(),
        seconds(run.took()),
        register.outcome().state().name(),
        register.outcome().reasons(),
        run.warnings());
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
        verdict.reason(),
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

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
