package org.rollcall.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.enrol.EnrolledClass;
import org.rollcall.enrol.UnknownInLesson;
import org.rollcall.identity.Attendance;
import org.rollcall.identity.Identification;
import org.rollcall.identity.PersonCluster;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Student;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.Verdict;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.settings.Settings;
import org.rollcall.video.Photos;

/** Makes the register of a lesson from its analysis and identification. */
final class RegisterMaker {
  private static final int CROP_PIXELS = 160;
  private static final int JPEG_QUALITY = 88;

  private final EnrolledClass enrolled;
  private final LessonCoverage seen;
  private final Identification identification;
  private final Settings settings;

  RegisterMaker(
      EnrolledClass enrolled,
      Identification identification,
      LessonCoverage seen,
      Settings settings) {
    this.enrolled = enrolled;
    this.seen = seen;
    this.identification = identification;
    this.settings = settings;
  }

  /** {@return a verdict for each student, in roster order} */
  List<Verdict> verdicts() {
    Attendance attendance =
        new Attendance(seen.lesson(), settings.attendance(), settings.sampling().interval());
    return enrolled.roster().students().stream()
        .map(student -> verdict(student, attendance))
        .toList();
  }

  private Verdict verdict(Student student, Attendance attendance) {
    return identification.match(student).map(attendance::seen).orElseGet(() -> notSeen(student));
  }

  private Verdict notSeen(Student student) {
    return enrolled
        .obstacle(student)
        .<Message>map(Message::of)
        .or(seen::doubt)
        .map(doubt -> Attendance.notSeen(student, doubt))
        .orElseGet(() -> Attendance.absent(student));
  }

  LessonRegister make(
      List<UnknownInLesson> unknown, Map<String, Correction> corrections, RunFacts run) {
    List<LessonRegister.Row> rows =
        verdicts().stream().map(verdict -> row(verdict, corrections)).toList();
    return new LessonRegister(
        seen.lesson(), rows, faces(unknown), seen.coverage(), seen.outcome(), run);
  }

  private LessonRegister.Row row(Verdict verdict, Map<String, Correction> corrections) {
    Student student = verdict.student();
    return new LessonRegister.Row(
        verdict,
        enrolled.portrait(student),
        identification.match(student).map(match -> crop(match.person())),
        Optional.ofNullable(corrections.get(student.id())));
  }

  private static List<UnknownFace> faces(List<UnknownInLesson> unknown) {
    List<UnknownFace> faces = new ArrayList<>();
    for (UnknownInLesson stranger : unknown) {
      PersonCluster person = stranger.person();
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

  private static Jpeg crop(PersonCluster person) {
    return Photos.encode(person.best().crop().picture(), CROP_PIXELS, JPEG_QUALITY);
  }
}
