package org.rollcall.store.people;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.rollcall.model.Message;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.MessageJson;

/** The photos that a process was reading when it died. They are known by their content. */
public final class DeadlyPhotos {
  private final Database database;
  private final Clock clock;

  /**
   * Stores them in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public DeadlyPhotos(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Records that a process died while it read a photo.
   *
   * @param sha256 hash of the content of the photo
   * @param reason how it died
   * @return false if that was known already
   */
  public boolean add(String sha256, Message reason) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        """
                        INSERT INTO deadly_photo (sha256, reason, since)
                        VALUES (:sha256, :reason, :now) ON CONFLICT (sha256) DO NOTHING\
                        """)
                    .bind("sha256", sha256)
                    .bind("reason", MessageJson.write(reason))
                    .bind("now", clock.instant())
                    .execute()
                > 0);
  }

  /** {@return how processes died, by the hash of the photo that they read} */
  public Map<String, Message> all() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT sha256, reason FROM deadly_photo")
                .reduceRows(
                    new HashMap<>(),
                    (all, row) -> {
                      all.put(
                          row.getColumn("sha256", String.class),
                          MessageJson.read(row.getColumn("reason", String.class)));
                      return all;
                    }));
  }
}
