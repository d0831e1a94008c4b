package org.rollcall.store.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.db.Database;

@ParameterizedClass
@EachDatabase
class DueClassRegistersTest {
  private static final Message OPEN =
      Message.of(Reason.SHEET_OPEN, "7A_register.xlsx", ".~lock.7A_register.xlsx#");
  private static final Instant NOW = Instant.parse("2026-11-17T02:00:00Z");

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  @AutoClose private Database database;
  private DueClassRegisters due;

  @BeforeEach
  void open() {
    database = Database.open(kind.fresh(home));
    // Time stands still: all happens within a millisecond.
    due = new DueClassRegisters(database, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void written_nothingChangedMeanwhile_isDueNoLonger() {
    due.add("7A");
    due.add("7B");

    due.written(due.list().get(0));

    assertThat(due.list()).containsExactly(new DueClassRegisters.Due("7B", NOW, Optional.empty()));
  }

  @Test
  void written_somethingChangedMeanwhile_staysDue() {
    due.add("7A");
    DueClassRegisters.Due before = due.list().get(0);
    due.add("7A");

    due.written(before);

    assertThat(due.list())
        .containsExactly(new DueClassRegisters.Due("7A", NOW.plusMillis(1), Optional.empty()));
  }

  @Test
  void failed_register_staysDueWithTheReason() {
    due.add("7A");

    due.failed(due.list().get(0), OPEN);

    assertThat(due.list()).containsExactly(new DueClassRegisters.Due("7A", NOW, Optional.of(OPEN)));
    due.add("7A");
    assertThat(due.list())
        .extracting(DueClassRegisters.Due::reason)
        .containsExactly(Optional.of(OPEN));
  }
}
