package org.rollcall.store.ledger;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.Message;
import org.rollcall.store.db.Database;

/**
 * Where the content of recordings lies. One that was copied lies at several places, each of which
 * may tell lessons by its name.
 */
public final class Places {
  private final Database database;

  /**
   * Stores places in a database.
   *
   * @param database the open database, which the caller closes
   */
  public Places(Database database) {
    this.database = database;
  }

  /**
   * A file whose content lies at another place too and that shows no lesson of its own.
   *
   * @param file its path
   * @param original the path of the file whose name tells the lesson
   * @param reason why its own name tells none; empty if it tells the same lesson
   */
  public record Copy(String file, String original, Optional<Message> reason) {}

  /** {@return all such files, by path; some may not be there any more} */
  public List<Copy> copies() {
    return database.read(PlaceRows::copies);
  }

  /**
   * Lists the places of a content whose lessons have to be told.
   *
   * @param sha256 hash of the content
   * @return its paths
   */
  public List<String> uninspected(String sha256) {
    return database.read(handle -> PlaceRows.uninspected(handle, sha256));
  }

  /**
   * Lists the places of a content.
   *
   * @param sha256 hash of the content
   * @return its paths, those that show lessons first
   */
  public List<String> of(String sha256) {
    return database.read(handle -> PlaceRows.of(handle, sha256));
  }

  /**
   * Records that a content has gone from a place to another one. The lessons that the name of the
   * old place told are kept until the new place has been inspected.
   *
   * @param sha256 hash of the content
   * @param file the path that is gone
   */
  public void gone(String sha256, String file) {
    database.change(handle -> PlaceRows.leave(handle, sha256, file));
  }

  /**
   * Records that Rollcall itself has deleted a recording, whose lessons stay the same.
   *
   * @param sha256 hash of the content
   * @param file its path
   */
  public void deleted(String sha256, String file) {
    database.change(handle -> PlaceRows.deleted(handle, sha256, file));
  }

  /**
   * Records that Rollcall itself has moved a recording, whose lessons stay the same.
   *
   * @param sha256 hash of the content
   * @param from its old path
   * @param to its new path
   */
  public void moved(String sha256, String from, String to) {
    database.change(handle -> PlaceRows.rename(handle, sha256, from, to));
  }

  /**
   * Records that one place of a recording tells no lesson, although another place does.
   *
   * @param sha256 hash of the content
   * @param file its path
   * @param reason why
   */
  public void refuse(String sha256, String file, Message reason) {
    database.change(handle -> PlaceRows.refuse(handle, sha256, file, reason));
  }

  /**
   * Checks whether the content that lies at a path shows a lesson, there or elsewhere.
   *
   * @param file the path
   * @return whether a lesson is known that it shows
   */
  public boolean knowsLessonOf(String file) {
    String sql =
        """
        SELECT COUNT(*) FROM place JOIN stretch ON stretch.sha256 = place.sha256
        WHERE place.file = :file\
        """;
    return database.read(
        handle -> handle.createQuery(sql).bind("file", file).mapTo(Integer.class).one() > 0);
  }
}
