package org.rollcall.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
    Map<String, List<PhotoFace>> byStudent = new LinkedHashMap<>();
    photos.forEach(
        photo ->
            byStudent.computeIfAbsent(photo.student().id(), id -> new ArrayList<>()).add(photo));
    List<Optional<Message>> refusals = new ArrayList<>();
    for (PhotoFace photo : photos) {
      List<PhotoFace> others = new ArrayList<>(byStudent.get(photo.student().id()));
      others.remove(photo);
      refusals.add(refusal(photo, others, byStudent));
    }
    return refusals;
  }

  private Optional<Message> refusal(
      PhotoFace photo, List<PhotoFace> others, Map<String, List<PhotoFace>> byStudent) {
    double own = others.isEmpty() ? cohort.limit(SAME_PERSON_RATE) : score(photo, others);
    for (Map.Entry<String, List<PhotoFace>> entry : byStudent.entrySet()) {
      boolean another = !entry.getKey().equals(photo.student().id());
      if (another && isMoreLike(entry.getValue(), photo, own)) {
        return Optional.of(Message.of(Reason.ANOTHER_STUDENT, entry.getKey()));
      }
    }
    return own < cohort.limit(SAME_PERSON_RATE)
        ? Optional.of(Message.of(Reason.UNLIKE_OTHER_PHOTOS))
        : Optional.empty();
  }

  private boolean isMoreLike(List<PhotoFace> another, PhotoFace photo, double own) {
    double score = score(photo, another);
    return score > own && score >= cohort.limit(LOOK_ALIKE_RATE);
  }

  private double score(PhotoFace photo, List<PhotoFace> others) {
    List<Embedding> embeddings = others.stream().map(PhotoFace::embedding).toList();
    Template template = Template.of(photo.student(), embeddings);
    return cohort.measure(photo.embedding()).score(cohort.measure(template.mean()));
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
