package org.rollcall.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.identity.Attendance;
import org.rollcall.identity.Identification;
import org.rollcall.identity.Match;
import org.rollcall.identity.Person;
import org.rollcall.model.Correction;
import org.rollcall.model.Jpeg;
import org.rollcall.model.Lesson;
import org.rollcall.model.Outcome;
import org.rollcall.model.Register;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Student;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.Verdict;
import org.rollcall.video.Photos;

/** Puts the register of a lesson together from what was seen. */
final class RegisterMaker {
  private static final int CROP_PIXELS = 160;
  private static final int JPEG_QUALITY = 88;

  private final EnrolledClass enrolled;
  private final Observation observation;
  private final Identification identification;

  RegisterMaker(EnrolledClass enrolled, Observation observation, Identification identification) {
    this.enrolled = enrolled;
    this.observation = observation;
    this.identification = identification;
  }

  Register make(
      Lesson lesson,
      Attendance attendance,
      List<Stranger> unknown,
      Map<String, Correction> corrections,
      RunFacts run) {
    List<Register.Row> rows = new ArrayList<>();
    for (Student student : enrolled.roster().students()) {
      Optional<Match> match = identification.match(student);
      rows.add(
          new Register.Row(
              verdict(student, attendance),
              enrolled.portrait(student),
              match.map(found -> crop(found.person())),
              Optional.ofNullable(corrections.get(student.id()))));
    }
    return new Register(lesson, rows, faces(unknown), outcome(), run);
  }

  Verdict verdict(Student student, Attendance attendance) {
    return identification.match(student).map(attendance::seen).orElseGet(() -> notSeen(student));
  }

  private Verdict notSeen(Student student) {
    String obstacle = enrolled.obstacle(student);
    if (obstacle.isEmpty() && !observation.provesAbsence()) {
      obstacle = "Not seen, but a part of the recording could not be read.";
    }
    return Attendance.notSeen(student, obstacle);
  }

  private static List<UnknownFace> faces(List<Stranger> unknown) {
    List<UnknownFace> faces = new ArrayList<>();
    for (Stranger stranger : unknown) {
      Person person = stranger.person();
      faces.add(
          new UnknownFace(
              faces.size() + 1,
              person.first(),
              person.last(),
              person.sightings(),
              crop(person),
              stranger.known()));
    }
    return faces;
  }

  private Outcome outcome() {
    return observation.complete() ? Outcome.done() : Outcome.partial(observation.warnings());
  }

  private static Jpeg crop(Person person) {
    return Photos.encode(person.best().crop().picture(), CROP_PIXELS, JPEG_QUALITY);
  }
}
