package org.rollcall.store;

import org.jdbi.v3.core.Handle;
import org.rollcall.model.Student;

/** The rows that everything about a student hangs on. */
final class Students {
  private Students() {}

  /** Makes sure that there is a row. */
  static void mention(Handle handle, String className, String id) {
    handle
        .createUpdate(
            """
            INSERT INTO student (class_name, id) VALUES (:className, :id)
            ON CONFLICT (class_name, id) DO NOTHING\
            """)
        .bind("className", className)
        .bind("id", id)
        .execute();
  }

  /** Makes the row say what the roster says. */
  static void save(Handle handle, String className, Student student) {
    handle
        .createUpdate(
            """
            INSERT INTO student (class_name, id, name, email, consent)
            VALUES (:className, :id, :name, :email, :consent)
            ON CONFLICT (class_name, id) DO UPDATE SET
              name = excluded.name, email = excluded.email, consent = excluded.consent\
            """)
        .bind("className", className)
        .bindMethods(student)
        .execute();
  }
}
