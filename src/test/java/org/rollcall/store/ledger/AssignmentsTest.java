package org.rollcall.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.store.Noticed.file;
import static org.rollcall.store.Noticed.hash;

import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Assignments.Assigned;

@ParameterizedClass
@EachDatabase
class AssignmentsTest {
  private static final String A = hash("a");

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  @AutoClose private Store store;
  private Ledger ledger;
  private Assignments assignments;

  @BeforeEach
  void open() {
    store = Store.open(kind.fresh(home));
    ledger = store.ledger();
    assignments = store.assignments();
  }

  @Test
  void assign_lesson_outlivesReconsidering() {
    Assigned lesson = new Assigned("7A", LocalDateTime.parse("2026-11-16T10:00:00"));
    ledger.add(A, file("a"));
    assertThat(assignments.of(A)).isEmpty();

    assignments.assign(A, lesson);
    ledger.reconsider(A, file("a"));

    assertThat(assignments.of(A)).contains(lesson);
  }
}
