package org.rollcall.identity;

import java.util.List;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;

/**
 * What the enrolment photos of a student have in common.
 *
 * @param student who
 * @param mean mean of the photos' embeddings
 * @param photos embeddings of the single photos (not empty)
 */
public record Template(Student student, Embedding mean, List<Embedding> photos) {
  public Template {
    photos = List.copyOf(photos);
    if (photos.isEmpty()) {
      throw new IllegalArgumentException(
          "A template needs at least one photo: student with id " + student.id());
    }
  }

  /**
   * Makes a template of a single photo.
   *
   * @param student who
   * @param photo embedding of the photo
   */
  public Template(Student student, Embedding photo) {
    this(student, photo, List.of(photo));
  }

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
    return new Template(student, Embedding.normalized(sum), photos);
  }
}
