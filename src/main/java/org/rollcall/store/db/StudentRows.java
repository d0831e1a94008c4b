package org.rollcall.store.db;

import org.jdbi.v3.core.Handle;
import org.rollcall.model.Student;

/** The rows that everything about a student hangs on. */
public final class StudentRows {
  private StudentRows() {}

  /** Makes sure that there is a row. */
  public static void ensure(Handle handle, String className, String id) {
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
  public static void save(Handle handle, String className, Student student) {
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
