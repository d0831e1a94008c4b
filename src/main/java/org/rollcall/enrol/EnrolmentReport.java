package org.rollcall.enrol;

import java.util.List;
import org.rollcall.model.Student;

/**
 * What became of the photos of a class.
 *
 * @param className name of the class
 * @param space id of the embedding space that the templates live in
 * @param renewed false if nothing had changed since the last enrolment
 * @param photos every photo, in the order of the roster
 * @param unrecognisable students without a single usable photo, or without consent
 * @param warnings look-alikes, unknown persons who turn out to be students, and files that serve no
 *     student; a sentence each
 */
public record EnrolmentReport(
    String className,
    String space,
    boolean renewed,
    List<PhotoReport> photos,
    List<Student> unrecognisable,
    List<String> warnings) {
  public EnrolmentReport {
    photos = List.copyOf(photos);
    unrecognisable = List.copyOf(unrecognisable);
    warnings = List.copyOf(warnings);
  }
}
