package org.rollcall.store.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.model.LessonKey;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.picture.Embedding;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.LessonRows;

/**
 * The unknown persons of classes, followed from lesson to lesson. Their templates are personal data
 * of people who were never asked for consent, so the caller that has them stored must also have
 * them deleted in time.
 */
public final class UnknownPersons {
  private final Database database;
  private final Clock clock;

  /**
   * Stores unknown persons in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public UnknownPersons(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Saves which unknown persons were seen in a lesson, replacing the result of an earlier run.
   * Persons seen only in that run are deleted.
   *
   * @param lesson the lesson
   * @param edition the origin of the embeddings
   * @param appearances the persons seen, each once
   * @return the persons, in the order of the appearances
   */
  public List<UnknownPerson> save(
      LessonKey lesson, PackEdition edition, List<UnknownSighting> appearances) {
    return database.write(
        handle -> {
          LessonRows.ensure(handle, lesson);
          handle.execute("DELETE FROM unknown_appearance WHERE lesson_id = ?", lesson.fileStem());
          List<Integer> numbers = new ArrayList<>();
          for (UnknownSighting appearance : appearances) {
            numbers.add(insert(handle, lesson, edition, appearance));
          }
          deleteUnseen(handle, lesson.className());
          Map<Integer, List<UnknownRow>> persons = persons(handle, lesson.className());
          return numbers.stream().map(number -> person(persons.get(number))).toList();
        });
  }

  /**
   * Returns the templates of the unknown persons of a class.
   *
   * @param className name of the class
   * @param edition the model pack in use
   * @return a template for each person embedded with that pack, by person number
   */
  public List<UnknownTemplate> templates(String className, PackEdition edition) {
    List<UnknownTemplate> templates = new ArrayList<>();
    for (List<UnknownRow> rows : database.read(handle -> persons(handle, className)).values()) {
      List<UnknownRow> comparable =
          rows.stream().filter(row -> row.edition.equals(edition)).toList();
      if (!comparable.isEmpty()) {
        Set<LessonKey> lessons = rows.stream().map(UnknownRow::lesson).collect(toSet());
        templates.add(new UnknownTemplate(person(rows), lessons, mean(comparable)));
      }
    }
    return templates;
  }

  /**
   * Returns the unknown persons of a class.
   *
   * @param className name of the class
   * @return all of them, by number
   */
  public List<KeptPerson> list(String className) {
    return database.read(handle -> persons(handle, className)).values().stream()
        .map(UnknownPersons::kept)
        .toList();
  }

  /** {@return the names of the classes that have unknown persons, sorted} */
  public List<String> classNames() {
    String sql = "SELECT DISTINCT class_name FROM unknown_person";
    return database.read(handle -> handle.createQuery(sql).mapTo(String.class).list()).stream()
        .sorted()
        .toList();
  }

  /**
   * Merges two unknown persons into one.
   *
   * @param className name of the class
   * @param number the person who remains
   * @param other the person who turned out to be the same; not seen in any of the same lessons
   */
  public void merge(String className, int number, int other) {
    database.change(
        handle -> {
          handle.execute(
              "UPDATE unknown_appearance SET number = ? WHERE class_name = ? AND number = ?",
              number,
              className,
              other);
          handle.execute(
              """
              UPDATE unknown_person SET processed = (SELECT MAX(processed) FROM unknown_person
                WHERE class_name = ? AND number IN (?, ?))
              WHERE class_name = ? AND number = ?\
              """,
              className,
              number,
              other,
              className,
              number);
          deleteUnseen(handle, className);
        });
  }

  /**
   * Deletes unknown persons. Their numbers are not reused.
   *
   * @param className name of the class
   * @param numbers numbers of the persons; unknown numbers are ignored
   */
  public void forget(String className, Collection<Integer> numbers) {
    database.change(
        handle ->
            numbers.forEach(
                number ->
                    handle.execute(
                        "DELETE FROM unknown_person WHERE class_name = ? AND number = ?",
                        className,
                        number)));
  }

  /**
   * Deletes all unknown persons of a class.
   *
   * @param className name of the class
   */
  public void forgetAll(String className) {
    database.change(
        handle -> handle.execute("DELETE FROM unknown_person WHERE class_name = ?", className));
  }

  /**
   * Deletes unknown persons not seen for a long time.
   *
   * @param limit persons whose last recording was processed before this are deleted
   */
  public void forgetUnseenSince(Instant limit) {
    database.change(
        handle ->
            handle
                .createUpdate("DELETE FROM unknown_person WHERE processed < :limit")
                .bind("limit", limit)
                .execute());
  }

  private static int newNumber(Handle handle, String className) {
    String sql =
        """
        INSERT INTO unknown_counter (class_name, given) VALUES (:className, 1)
        ON CONFLICT (class_name) DO UPDATE SET given = unknown_counter.given + 1
        RETURNING given\
        """;
    return handle.createQuery(sql).bind("className", className).mapTo(Integer.class).one();
  }

  /** {@return the number of the person, a new one for a person not seen before} */
  private int insert(
      Handle handle, LessonKey lesson, PackEdition edition, UnknownSighting appearance) {
    int number = appearance.number().orElseGet(() -> newNumber(handle, lesson.className()));
    handle
        .createUpdate(
            """
            INSERT INTO unknown_person (class_name, number, processed)
            VALUES (:className, :number, :now)
            ON CONFLICT (class_name, number) DO UPDATE SET processed = excluded.processed\
            """)
        .bind("className", lesson.className())
        .bind("number", number)
        .bind("now", clock.instant())
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO unknown_appearance (class_name, number, lesson_id, pack_id, edition,
              embedding, weight)
            VALUES (:className, :number, :lesson, :packId, :edition, :embedding, :weight)\
            """)
        .bind("className", lesson.className())
        .bind("number", number)
        .bind("lesson", lesson.fileStem())
        .bindMethods(edition)
        .bind("embedding", appearance.embedding())
        .bind("weight", appearance.weight())
        .execute();
    return number;
  }

  private static void deleteUnseen(Handle handle, String className) {
    handle
        .createUpdate(
            """
            DELETE FROM unknown_person WHERE class_name = :className AND number NOT IN
              (SELECT number FROM unknown_appearance WHERE class_name = :className)\
            """)
        .bind("className", className)
        .execute();
  }

  /** {@return the appearances of each person, by number; the earliest lesson first} */
  private static Map<Integer, List<UnknownRow>> persons(Handle handle, String className) {
    String sql =
        """
        SELECT unknown_appearance.*, processed, lesson_date, lesson_start FROM unknown_person
        JOIN unknown_appearance ON unknown_appearance.class_name = unknown_person.class_name
          AND unknown_appearance.number = unknown_person.number
        JOIN lesson ON lesson.id = lesson_id
        WHERE unknown_person.class_name = :className
        ORDER BY lesson_date, lesson_start\
        """;
    return handle
        .createQuery(sql)
        .bind("className", className)
        .map(UnknownPersons::row)
        .collect(groupingBy(UnknownRow::number, TreeMap::new, toList()));
  }

  private static UnknownRow row(RowView row) {
    return new UnknownRow(
        row.getColumn("number", Integer.class),
        row.getColumn("processed", Instant.class),
        Columns.lesson(row),
        new PackEdition(
            row.getColumn("pack_id", String.class), row.getColumn("edition", String.class)),
        row.getColumn("embedding", Embedding.class),
        row.getColumn("weight", Double.class));
  }

  private static UnknownPerson person(List<UnknownRow> rows) {
    return new UnknownPerson(
        rows.get(0).number,
        rows.size(),
        rows.get(0).lesson.date(),
        rows.get(rows.size() - 1).lesson.date());
  }

  private static KeptPerson kept(List<UnknownRow> rows) {
    UnknownRow best =
        rows.stream().max(Comparator.comparingDouble(UnknownRow::weight)).orElseThrow();
    return new KeptPerson(person(rows), best.processed, best.lesson);
  }

  private static Embedding mean(List<UnknownRow> rows) {
    float[] sum = new float[rows.get(0).embedding.dimension()];
    rows.forEach(row -> row.embedding.addTo(sum, (float) row.weight));
    return Embedding.normalised(sum);
  }

  /** An unknown person in one lesson. */
  private record UnknownRow(
      int number,
      Instant processed,
      LessonKey lesson,
      PackEdition edition,
      Embedding embedding,
      double weight) {}
}
