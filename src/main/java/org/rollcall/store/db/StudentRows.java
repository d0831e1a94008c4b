package org.rollcall.store.db;

import org.jdbi.v3.core.Handle;
import org.rollcall.model.Student;

/** The rows of students, to which the other tables about a student refer. */
public final class StudentRows {
  private StudentRows() {}

  /**
   * Inserts the row of a student unless it exists, without name, address or consent.
   *
   * @param handle a handle inside a transaction that writes
   * @param className name of the class
   * @param id id of the student in that class
   */
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

  /**
   * Inserts or updates the row of a student as in the roster.
   *
   * @param handle a handle inside a transaction that writes
   * @param className name of the class
   * @param student the student as in the roster
   */
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
