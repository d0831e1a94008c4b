package org.rollcall.store.people;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.rollcall.model.Message;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.MessageColumns;
import org.rollcall.store.db.Portraits;
import org.rollcall.store.db.StudentRows;

/**
 * The enrolments of classes, with their photos. A class has one enrolment, made with one model
 * pack.
 */
public final class EnrolmentStore {
  private final Database database;

  /**
   * Stores enrolments in a database.
   *
   * @param database the open database, which the caller closes
   */
  public EnrolmentStore(Database database) {
    this.database = database;
  }

  /**
   * Replaces the enrolment of a class, whichever model pack made the earlier one.
   *
   * @param enrolment the new enrolment
   */
  public void replace(Enrolment enrolment) {
    database.change(
        handle -> {
          handle.execute("DELETE FROM enrolment WHERE class_name = ?", enrolment.className());
          handle
              .createUpdate(
                  """
                  INSERT INTO enrolment (class_name, pack_id, made_from)
                  VALUES (:className, :packId, :madeFrom)\
                  """)
              .bindMethods(enrolment)
              .execute();
          enrolment.photos().stream()
              .map(EnrolledPhoto::studentId)
              .distinct()
              .forEach(id -> StudentRows.ensure(handle, enrolment.className(), id));
          insertPhotos(handle, enrolment);
        });
  }

  /**
   * Returns the enrolment of a class if the model pack in use made it, as embeddings of different
   * packs cannot be compared.
   *
   * @param className name of the class
   * @param packId id of the model pack in use
   * @return the enrolment; empty if there is none, or only one from another pack
   */
  public Optional<Enrolment> find(String className, String packId) {
    String sql =
        "SELECT made_from FROM enrolment WHERE class_name = :className AND pack_id = :packId";
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("className", className)
                .bind("packId", packId)
                .mapTo(String.class)
                .findOne()
                .map(from -> new Enrolment(className, packId, from, photos(handle, className))));
  }

  /**
   * Returns the inputs of the enrolment of a class; cheaper than reading the enrolment itself.
   *
   * @param className name of the class
   * @return its {@link Enrolment#madeFrom}; empty if there is no enrolment
   */
  public Optional<String> madeFrom(String className) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT made_from FROM enrolment WHERE class_name = :className")
                .bind("className", className)
                .mapTo(String.class)
                .findOne());
  }

  /**
   * Returns the portrait of a student for the sheet.
   *
   * @param className name of the class
   * @param studentId id of the student
   * @return the portrait of the best accepted photo that has one
   */
  public Optional<Jpeg> portrait(String className, String studentId) {
    return database.read(handle -> Portraits.find(handle, className, studentId));
  }

  /**
   * Returns the results for the photos of a class, from whichever model pack.
   *
   * @param className name of the class
   * @return each photo that has been checked
   */
  public List<CheckedPhoto> checked(String className) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT file, refusal, refusal_code FROM enrolled_photo WHERE class_name = :className
                    ORDER BY position\
                    """)
                .bind("className", className)
                .map(
                    (RowView row) ->
                        new CheckedPhoto(
                            row.getColumn("file", String.class),
                            MessageColumns.find(row, "refusal")))
                .list());
  }

  /**
   * Returns the face found in a photo, even if the photo was refused.
   *
   * @param className name of the class
   * @param file path of the photo, as in the enrolment
   * @return the best face of the file
   */
  public Optional<Jpeg> face(String className, String file) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT portrait FROM enrolled_photo
                    WHERE class_name = :className AND file = :file AND portrait IS NOT NULL
                    ORDER BY quality DESC, position LIMIT 1\
                    """)
                .bind("className", className)
                .bind("file", file)
                .mapTo(Jpeg.class)
                .findOne());
  }

  /**
   * Returns whether a student has a portrait for the sheet; cheaper than reading it.
   *
   * @param className name of the class
   * @param studentId id of the student
   * @return true if {@link #portrait} returns one
   */
  public boolean hasPortrait(String className, String studentId) {
    String sql =
        """
        SELECT COUNT(*) FROM enrolled_photo
        WHERE class_name = :className AND student_id = :studentId
          AND refusal = '' AND portrait IS NOT NULL\
        """;
    return database.read(
        handle ->
            handle
                    .createQuery(sql)
                    .bind("className", className)
                    .bind("studentId", studentId)
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }

  private static List<EnrolledPhoto> photos(Handle handle, String className) {
    return handle
        .createQuery("SELECT * FROM enrolled_photo WHERE class_name = :className ORDER BY position")
        .bind("className", className)
        .map(EnrolmentStore::photo)
        .list();
  }

  private static EnrolledPhoto photo(RowView row) {
    return new EnrolledPhoto(
        row.getColumn("student_id", String.class),
        row.getColumn("file", String.class),
        row.getColumn("sha256", String.class),
        Columns.optional(row, "embedding", Embedding.class),
        Columns.optional(row, "portrait", Jpeg.class),
        row.getColumn("quality", Double.class),
        MessageColumns.find(row, "refusal"));
  }

  private static void insertPhotos(Handle handle, Enrolment enrolment) {
    String sql =
        """
        INSERT INTO enrolled_photo (class_name, position, student_id, file, sha256, embedding,
          portrait, quality, refusal, refusal_code)
        VALUES (:className, :position, :studentId, :file, :sha256, :embedding,
          :portrait, :quality, :text, :code)\
        """;
    PreparedBatch batch = handle.prepareBatch(sql);
    int position = 0;
    for (EnrolledPhoto photo : enrolment.photos()) {
      batch
          .bind("className", enrolment.className())
          .bind("position", position++)
          .bindMethods(photo)
          .bind("text", photo.refusal().map(Message::toString).orElse(""))
          .bind("code", photo.refusal().flatMap(MessageColumns::code))
          .add();
    }
    batch.execute();
  }
}
