package org.rollcall.identity;

import java.util.List;
import org.rollcall.model.Embedding;
import org.rollcall.model.Student;

/**
 * What the enrolment photos of a student have in common.
 *
 * @param student who
 * @param mean mean of the photos' embeddings
 */
public record Template(Student student, Embedding mean) {
  /**
   * Makes a template of photos.
   *
   * @param student who
   * @param photos embeddings of the accepted photos (not empty; of one space)
   * @return their mean
   */
  public static Template of(Student student, List<Embedding> photos) {
    float[] sum = new float[photos.get(0).dimension()];
    photos.forEach(photo -> photo.addTo(sum, 1));
    return new Template(student, Embedding.normalized(sum));
  }
}
