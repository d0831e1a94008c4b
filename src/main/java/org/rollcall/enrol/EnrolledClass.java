package org.rollcall.enrol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.identity.Template;
import org.rollcall.model.Consent;
import org.rollcall.model.Reason;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Jpeg;

/**
 * A class whose students are ready to be recognised.
 *
 * @param roster the roster of the class
 * @param templates templates of the students who can be recognised
 * @param portraits the face in each student's best photo, by student id
 */
public record EnrolledClass(Roster roster, List<Template> templates, Map<String, Jpeg> portraits) {
  /** Copies the collections. */
  public EnrolledClass {
    templates = List.copyOf(templates);
    portraits = Map.copyOf(portraits);
  }

  /**
   * Returns the portrait of a student.
   *
   * @param student the student
   * @return the face in the best photo; empty if there is none
   */
  public Optional<Jpeg> portrait(Student student) {
    return Optional.ofNullable(portraits.get(student.id()));
  }

  /**
   * Returns why a student cannot be recognised at all.
   *
   * @param student the student
   * @return the reason; empty if the student can be recognised
   */
  public Optional<Reason> obstacle(Student student) {
    if (student.consent() == Consent.REFUSED) {
      return Optional.of(Reason.NO_CONSENT);
    }
    boolean enrolled =
        templates.stream().anyMatch(template -> template.student().id().equals(student.id()));
    return enrolled ? Optional.empty() : Optional.of(Reason.NO_USABLE_PHOTO);
  }
}
