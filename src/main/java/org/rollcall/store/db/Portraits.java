package org.rollcall.store.db;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.picture.Jpeg;

/** Reads portraits, the faces cut out of enrolment photos, inside a transaction. */
public final class Portraits {
  private Portraits() {}

  /** {@return the face on a student's best accepted photo, where one was found} */
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

  /** {@return the students of a class who have a portrait} */
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
