package org.rollcall.store.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;

/**
 * When runs began and ended, and which alarms were told. With a shared database, this is how nodes
 * know of a run that another node began.
 */
public final class Runs {
  private static final String COLUMNS = "SELECT name, begun, window_end, node FROM run ";

  private final Database database;

  /**
   * Keeps runs and told alarms in a database.
   *
   * @param database the open database, which the caller closes
   */
  public Runs(Database database) {
    this.database = database;
  }

  /**
   * Notes that a run begins.
   *
   * @param run the run
   * @return whether it begins; otherwise one of that name began before
   */
  public boolean begin(Run run) {
    return database.write(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO run (name, begun, window_end, node)
                        VALUES (:name, :begun, :until, :node)
                        ON CONFLICT (name) DO NOTHING
                        """)
                    .bind("name", run.name())
                    .bind("begun", run.begun())
                    .bindByType("until", run.until().orElse(null), Instant.class)
                    .bind("node", run.node())
                    .execute())
        > 0;
  }

  /**
   * Looks up the run under way.
   *
   * @param now a moment
   * @return the run begun last, if it has not ended and its window is open
   */
  public Optional<Run> open(Instant now) {
    return database
        .read(
            handle ->
                handle
                    .createQuery(COLUMNS + "WHERE ended IS NULL ORDER BY begun DESC LIMIT 1")
                    .reduceRows(Optional.<Run>empty(), (none, row) -> Optional.of(run(row))))
        .filter(run -> run.isOpenAt(now));
  }

  /**
   * Notes the end of a run, and of all that began before it and have none.
   *
   * @param run the run
   * @param ended when it ended
   * @param complete whether everything that waited was dealt with, or its window has ended; only
   *     such a run counts as one
   */
  public void end(Run run, Instant ended, boolean complete) {
    database.change(
        handle -> {
          handle
              .createUpdate(
                  """
                  UPDATE run SET ended = :ended, complete = :complete
                  WHERE name = :name AND ended IS NULL
                  """)
              .bind("name", run.name())
              .bind("ended", ended)
              .bind("complete", complete ? 1 : 0)
              .execute();
          handle
              .createUpdate("UPDATE run SET ended = :ended WHERE ended IS NULL AND begun < :begun")
              .bind("ended", ended)
              .bind("begun", run.begun())
              .execute();
        });
  }

  /** {@return the run begun last of those that came to their end} */
  public Optional<Run> last() {
    return database.read(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE complete = 1 ORDER BY begun DESC LIMIT 1")
                .reduceRows(Optional.<Run>empty(), (none, row) -> Optional.of(run(row))));
  }

  /**
   * A run that was begun.
   *
   * @param run the run
   * @param ended when it ended; empty if nobody noted that
   * @param complete whether it came to its end
   */
  public record Past(Run run, Optional<Instant> ended, boolean complete) {}

  /**
   * Reads the runs begun last.
   *
   * @param most how many at most
   * @return the runs, the latest first
   */
  public List<Past> latest(int most) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM run ORDER BY begun DESC LIMIT :most")
                .bind("most", most)
                .map(
                    row ->
                        new Past(
                            run(row),
                            Columns.optional(row, "ended", Instant.class),
                            row.getColumn("complete", Integer.class) > 0))
                .list());
  }

  /**
   * Notes that somebody is told of an alarm.
   *
   * @param alarm which alarm, without its figures
   * @param day the day
   * @return whether nobody had been told of it on that day
   */
  public boolean tell(String alarm, LocalDate day) {
    return database.write(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO told_alarm (alarm, day) VALUES (:alarm, :day)
                        ON CONFLICT (alarm, day) DO NOTHING
                        """)
                    .bind("alarm", alarm)
                    .bind("day", day)
                    .execute())
        > 0;
  }

  private static Run run(RowView row) {
    return new Run(
        row.getColumn("name", String.class),
        row.getColumn("begun", Instant.class),
        Columns.optional(row, "window_end", Instant.class),
        row.getColumn("node", String.class));
  }
}
