package org.rollcall.store.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;

/**
 * The runs, with their start and end, and the alarms already raised. With a shared database, nodes
 * learn here of a run that another node started.
 */
public final class Runs {
  private static final String COLUMNS = "SELECT name, begun, window_end, node FROM run ";

  private final Database database;

  /**
   * Stores runs and raised alarms in a database.
   *
   * @param database the open database, which the caller closes
   */
  public Runs(Database database) {
    this.database = database;
  }

  /**
   * Records the start of a run.
   *
   * @param run the run
   * @return whether it starts; false if a run of that name has started before
   */
  public boolean start(Run run) {
    return database.write(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO run (name, begun, window_end, node, owner)
                        VALUES (:name, :begun, :until, :node, :owner)
                        ON CONFLICT (name) DO NOTHING
                        """)
                    .bind("name", run.name())
                    .bind("begun", run.started())
                    .bindByType("until", run.until().orElse(null), Instant.class)
                    .bind("node", run.node())
                    .bind("owner", Owner.self().toString())
                    .execute())
        > 0;
  }

  /**
   * Records that this process works on a run, which one that has ended may have started.
   *
   * @param run the run
   */
  public void join(Run run) {
    database.change(
        handle ->
            handle.execute(
                "UPDATE run SET owner = ? WHERE name = ? AND ended IS NULL",
                Owner.self().toString(),
                run.name()));
  }

  /**
   * Returns the run under way.
   *
   * @param now the current time
   * @return the run started last, if it has not ended and its window is open
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
   * Records the end of a run, and of all earlier runs that have no end yet.
   *
   * @param run the run
   * @param ended when it ended
   * @param complete whether everything that was waiting was dealt with, or the window of the run
   *     has closed; only such a run counts as complete
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
              .bind("begun", run.started())
              .execute();
        });
  }

  /** {@return the complete run that started last} */
  public Optional<Run> last() {
    return database.read(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE complete = 1 ORDER BY begun DESC LIMIT 1")
                .reduceRows(Optional.<Run>empty(), (none, row) -> Optional.of(run(row))));
  }

  /** How a run stands. */
  public enum RunState {
    /** In progress, as far as is known. */
    RUNNING,
    /** Completed. */
    COMPLETE,
    /** Ended without having dealt with everything. */
    INCOMPLETE,
    /** Its process ended in the middle of it. */
    KILLED
  }

  /**
   * A run that was started.
   *
   * @param run the run
   * @param ended when it ended; empty if no end was recorded
   * @param state how it stands
   */
  public record Past(Run run, Optional<Instant> ended, RunState state) {}

  /**
   * Reads the runs started last.
   *
   * @param most the maximum number of runs
   * @return the runs, the latest first
   */
  public List<Past> latest(int most) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM run ORDER BY begun DESC LIMIT :most")
                .bind("most", most)
                .map(Runs::past)
                .list());
  }

  private static Past past(RowView row) {
    Optional<Instant> ended = Columns.optional(row, "ended", Instant.class);
    return new Past(run(row), ended, state(row, ended.isPresent()));
  }

  private static RunState state(RowView row, boolean ended) {
    if (row.getColumn("complete", Integer.class) > 0) {
      return RunState.COMPLETE;
    }
    if (ended) {
      return RunState.INCOMPLETE;
    }
    return Columns.optional(row, "owner", String.class)
        .map(Owner::parse)
        .filter(Owner::isGone)
        .map(gone -> RunState.KILLED)
        .orElse(RunState.RUNNING);
  }

  /**
   * Records that an alarm is being raised.
   *
   * @param alarm which alarm, without its figures
   * @param day the day
   * @return whether it had not been raised before on that day
   */
  public boolean recordAlarm(String alarm, LocalDate day) {
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
