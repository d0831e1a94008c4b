package org.rollcall.identity;

import java.util.List;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;

/**
 * The embeddings of a student's enrolment photos, and their mean.
 *
 * @param student the student
 * @param mean mean of the photos' embeddings
 * @param photos embeddings of the individual photos (not empty)
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
   * Creates a template from a single photo.
   *
   * @param student the student
   * @param photo embedding of the photo
   */
  public Template(Student student, Embedding photo) {
    this(student, photo, List.of(photo));
  }

  /**
   * Creates a template from photos.
   *
   * @param student the student
   * @param photos embeddings of the accepted photos (not empty; all in the same space)
   * @return the template, with the mean of the embeddings
   */
  public static Template of(Student student, List<Embedding> photos) {
    float[] sum = new float[photos.get(0).dimension()];
    photos.forEach(photo -> photo.addTo(sum, 1));
    return new Template(student, Embedding.normalised(sum), photos);
  }
}
