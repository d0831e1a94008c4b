package org.rollcall.store.db;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.picture.Jpeg;

/** Reads portraits, the faces cut out of enrolment photos, inside a transaction. */
public final class Portraits {
  private Portraits() {}

  /**
   * Reads the portrait of a student.
   *
   * @param handle a handle inside a transaction
   * @param className name of the class
   * @param studentId id of the student in that class
   * @return the face on the best accepted photo; empty if no such photo has a portrait
   */
  public static Optional<Jpeg> find(Handle handle, String className, String studentId) {
    String sql =
        """
        SELECT portrait FROM enrolled_photo
        WHERE class_name = :className AND student_id = :studentId
          AND refusal = '' AND portrait IS NOT NULL
        ORDER BY quality DESC, position
        LIMIT 1\
        """;
    return handle
        .createQuery(sql)
        .bind("className", className)
        .bind("studentId", studentId)
        .mapTo(Jpeg.class)
        .findOne();
  }

  /**
   * Returns which students have a portrait, without reading any.
   *
   * @param handle a handle inside a transaction
   * @param className name of the class
   * @return ids of the students
   */
  public static Set<String> students(Handle handle, String className) {
    String sql =
        """
        SELECT DISTINCT student_id FROM enrolled_photo
        WHERE class_name = :className AND refusal = '' AND portrait IS NOT NULL\
        """;
    return handle
        .createQuery(sql)
        .bind("className", className)
        .mapTo(String.class)
        .collect(Collectors.toSet());
  }
}
