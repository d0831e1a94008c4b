package org.rollcall.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;

/**
 * Cross-checks the enrolment photos of a class: a photo in the wrong folder would mark one student
 * present in place of another.
 */
public final class PhotoCheck {
  /** Share of strangers' photos that would pass as the same person: a coarse filter. */
  private static final double SAME_PERSON_RATE = 0.03;

  /** Share of pairs of strangers that count as look-alikes. */
  static final double LOOK_ALIKE_RATE = 1e-4;

  private final Cohort cohort;

  /**
   * Creates a check for one embedding space.
   *
   * @param cohort scores of strangers in that space
   */
  public PhotoCheck(Cohort cohort) {
    this.cohort = cohort;
  }

  /**
   * A face from a photo that is good enough on its own.
   *
   * @param student the student whom the photo should show
   * @param embedding embedding of the face
   */
  public record PhotoFace(Student student, Embedding embedding) {}

  /**
   * Finds the photos that do not show the right student.
   *
   * @param photos all photos of the class
   * @return for each photo why it must not be used; empty if it may be used
   */
  public List<Optional<Message>> refusals(List<PhotoFace> photos) {
    Map<Student, List<Embedding>> byStudent = new LinkedHashMap<>();
    photos.forEach(
        photo ->
            byStudent
                .computeIfAbsent(photo.student(), student -> new ArrayList<>())
                .add(photo.embedding()));
    Map<Student, Cohort.Measured> templates = new LinkedHashMap<>();
    byStudent.forEach((student, faces) -> templates.put(student, measure(student, faces)));
    return photos.stream()
        .map(photo -> refusal(photo, byStudent.get(photo.student()), templates))
        .toList();
  }

  private Optional<Message> refusal(
      PhotoFace photo, List<Embedding> ofStudent, Map<Student, Cohort.Measured> templates) {
    Cohort.Measured face = cohort.measure(photo.embedding());
    List<Embedding> others = new ArrayList<>(ofStudent);
    others.remove(photo.embedding());
    double samePerson = cohort.limit(SAME_PERSON_RATE);
    double own = others.isEmpty() ? samePerson : face.score(measure(photo.student(), others));
    double lookAlike = cohort.limit(LOOK_ALIKE_RATE);
    for (Map.Entry<Student, Cohort.Measured> other : templates.entrySet()) {
      double score = face.score(other.getValue());
      if (!other.getKey().equals(photo.student()) && score > own && score >= lookAlike) {
        return Optional.of(Message.of(Reason.ANOTHER_STUDENT, other.getKey().id()));
      }
    }
    return own < samePerson
        ? Optional.of(Message.of(Reason.UNLIKE_OTHER_PHOTOS))
        : Optional.empty();
  }

  private Cohort.Measured measure(Student student, List<Embedding> photos) {
    return cohort.measure(Template.of(student, photos).mean());
  }

  /**
   * Finds students who are hard to tell apart.
   *
   * @param templates templates of the students of the class
   * @return a warning about each pair
   */
  public List<Message> lookAlikes(List<Template> templates) {
    List<Cohort.Measured> measured =
        templates.stream().map(template -> cohort.measure(template.mean())).toList();
    double limit = cohort.limit(LOOK_ALIKE_RATE);
    List<Message> pairs = new ArrayList<>();
    for (int i = 0; i < templates.size(); i++) {
      String id = templates.get(i).student().id();
      Cohort.Measured face = measured.get(i);
      IntStream.range(i + 1, templates.size())
          .filter(j -> face.score(measured.get(j)) >= limit)
          .mapToObj(j -> templates.get(j).student().id())
          .map(other -> Message.of(Reason.LOOK_ALIKE, id, other))
          .forEach(pairs::add);
    }
    return pairs;
  }
}
