package org.rollcall.enrol;

import java.util.List;
import org.rollcall.model.Message;
import org.rollcall.model.Student;

/**
 * The result of enrolling a class.
 *
 * @param className name of the class
 * @param space id of the embedding space of the templates
 * @param renewed false if nothing had changed since the last enrolment
 * @param photos the result for every photo, in roster order
 * @param unrecognisable students with no usable photo or without consent
 * @param warnings look-alikes, unknown persons who turned out to be students, and files that belong
 *     to no student
 */
public record EnrolmentReport(
    String className,
    String space,
    boolean renewed,
    List<PhotoReport> photos,
    List<Student> unrecognisable,
    List<Message> warnings) {
  public EnrolmentReport {
    photos = List.copyOf(photos);
    unrecognisable = List.copyOf(unrecognisable);
    warnings = List.copyOf(warnings);
  }
}
