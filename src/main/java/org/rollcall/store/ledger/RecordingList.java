package org.rollcall.store.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.rollcall.store.ledger.Recording.RecordingState;

/** Reads filtered recordings page by page: after years there are too many to read them all. */
final class RecordingList {
  private static final String SINCE =
      """
      MAX(CASE WHEN recording.problem IS NULL AND work.since IS NOT NULL
        THEN work.since ELSE recording.since END)\
      """;
  private static final String TABLES =
      """
      FROM recording
      LEFT JOIN stretch ON stretch.sha256 = recording.sha256
      LEFT JOIN work ON work.lesson_id = stretch.lesson_id
      """;

  private final RecordingFilter filter;
  private final String groups;

  RecordingList(RecordingFilter filter) {
    this.filter = filter;
    String where =
        filter.text().isBlank() ? "" : "WHERE LOWER(recording.file) LIKE :text ESCAPE '!'\n";
    String having =
        filter.state().isPresent()
            ? "HAVING MIN(%s) = :telling\n".formatted(RecordingReader.RANK)
            : "";
    this.groups = TABLES + where + "GROUP BY recording.sha256\n" + having;
  }

  long count(Handle handle) {
    String sql = "SELECT COUNT(*) FROM (SELECT recording.sha256 %s) AS each_one".formatted(groups);
    return bind(handle.createQuery(sql)).mapTo(Long.class).one();
  }

  List<Recording> read(Handle handle, long skipped, int most) {
    String sql =
        "SELECT recording.sha256, %s AS latest %s ORDER BY latest DESC, recording.sha256 LIMIT :most OFFSET :skipped"
            .formatted(SINCE, groups);
    List<String> hashes =
        bind(handle.createQuery(sql))
            .bind("most", most)
            .bind("skipped", skipped)
            .map((row, context) -> row.getString(1))
            .list();
    List<Recording> recordings = new ArrayList<>(RecordingReader.find(handle, hashes));
    recordings.sort(Comparator.comparingInt(recording -> hashes.indexOf(recording.sha256())));
    return recordings;
  }

  private <S extends SqlStatement<S>> S bind(S statement) {
    if (!filter.text().isBlank()) {
      String text = filter.text().strip().toLowerCase(Locale.ROOT);
      statement.bind("text", "%" + text.replaceAll("([!%_])", "!$1") + "%");
    }
    Optional<RecordingState> state = filter.state();
    state.ifPresent(one -> statement.bind("telling", RecordingReader.PRECEDENCE.indexOf(one)));
    return statement;
  }
}
