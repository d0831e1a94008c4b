package org.rollcall.store.ledger;

import java.time.LocalDateTime;
import java.util.Optional;
import org.rollcall.store.db.Database;

/** The lessons that people have told of recordings, whatever these are called. */
public final class Assignments {
  private final Database database;

  /**
   * Stores assignments in a database.
   *
   * @param database the open database, which the caller closes
   */
  public Assignments(Database database) {
    this.database = database;
  }

  /**
   * A lesson that a person has told.
   *
   * @param className name of the class
   * @param start day and time at which the recording starts, on the school's clock
   */
  public record Assigned(String className, LocalDateTime start) {}

  /**
   * Records which lesson a recording shows, whatever its name says. It has to be reconsidered for
   * that to take effect.
   *
   * @param sha256 hash of the content
   * @param lesson the lesson
   */
  public void assign(String sha256, Assigned lesson) {
    database.change(
        handle ->
            handle.execute(
                "UPDATE recording SET assigned_class = ?, assigned_start = ? WHERE sha256 = ?",
                lesson.className(),
                lesson.start().toString(),
                sha256));
  }

  /**
   * Returns the lesson that a person has told for a recording.
   *
   * @param sha256 hash of the content
   * @return the lesson; empty if the name tells it
   */
  public Optional<Assigned> of(String sha256) {
    String sql =
        """
        SELECT assigned_class, assigned_start FROM recording
        WHERE sha256 = :sha256 AND assigned_class IS NOT NULL\
        """;
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("sha256", sha256)
                .map(
                    row ->
                        new Assigned(
                            row.getColumn("assigned_class", String.class),
                            LocalDateTime.parse(row.getColumn("assigned_start", String.class))))
                .findOne());
  }
}
