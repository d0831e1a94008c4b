package org.rollcall.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;

/**
 * Compares the enrolment photos of a class with each other: a photo in the wrong folder would make
 * one student present in place of another.
 */
public final class PhotoCheck {
  /** Share of photos of strangers that would pass as the same person: a coarse sieve. */
  private static final double SAME_PERSON_RATE = 0.03;

  /** Share of pairs of strangers that count as look-alikes. */
  static final double LOOK_ALIKE_RATE = 1e-4;

  private final Cohort cohort;

  /**
   * Prepares for one embedding space.
   *
   * @param cohort what strangers score in that space
   */
  public PhotoCheck(Cohort cohort) {
    this.cohort = cohort;
  }

  /**
   * A photo that is good enough by itself.
   *
   * @param student whose photo it should be
   * @param embedding of the face on it
   */
  public record PhotoFace(Student student, Embedding embedding) {}

  /**
   * Finds the photos that do not show whom they should.
   *
   * @param photos all photos of the class
   * @return for each photo why it must not be used, a sentence; empty for those that may
   */
  public List<String> refusals(List<PhotoFace> photos) {
    Map<String, List<PhotoFace>> byStudent = new LinkedHashMap<>();
    photos.forEach(
        photo ->
            byStudent.computeIfAbsent(photo.student().id(), id -> new ArrayList<>()).add(photo));
    List<String> refusals = new ArrayList<>();
    for (PhotoFace photo : photos) {
      List<PhotoFace> others = new ArrayList<>(byStudent.get(photo.student().id()));
      others.remove(photo);
      refusals.add(refusal(photo, others, byStudent));
    }
    return refusals;
  }

  private String refusal(
      PhotoFace photo, List<PhotoFace> others, Map<String, List<PhotoFace>> byStudent) {
    double own = others.isEmpty() ? cohort.limit(SAME_PERSON_RATE) : score(photo, others);
    for (Map.Entry<String, List<PhotoFace>> entry : byStudent.entrySet()) {
      boolean another = !entry.getKey().equals(photo.student().id());
      if (another) {
        double score = score(photo, entry.getValue());
        if (score > own && score >= cohort.limit(LOOK_ALIKE_RATE)) {
          return "Shows the student with id %s, by the looks of it.".formatted(entry.getKey());
        }
      }
    }
    return own < cohort.limit(SAME_PERSON_RATE)
        ? "Does not match the other photos of this student."
        : "";
  }

  private double score(PhotoFace photo, List<PhotoFace> others) {
    List<Embedding> embeddings = others.stream().map(PhotoFace::embedding).toList();
    Template template = Template.of(photo.student(), embeddings);
    return cohort.measure(photo.embedding()).score(cohort.measure(template.mean()));
  }

  /**
   * Finds the students that are hard to tell apart.
   *
   * @param templates the students of the class
   * @return a sentence for each pair
   */
  public List<String> lookAlikes(List<Template> templates) {
    List<Cohort.Measured> measured =
        templates.stream().map(template -> cohort.measure(template.mean())).toList();
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < templates.size(); i++) {
      for (int j = i + 1; j < templates.size(); j++) {
        if (measured.get(i).score(measured.get(j)) >= cohort.limit(LOOK_ALIKE_RATE)) {
          pairs.add(
              "The students with ids %s and %s look alike: check their marks now and then."
                  .formatted(templates.get(i).student().id(), templates.get(j).student().id()));
        }
      }
    }
    return pairs;
  }
}
