package org.rollcall.store.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.testing.FakeClock;

@ParameterizedClass
@EachDatabase
class AuditLogTest {
  private static final Instant MORNING = Instant.parse("2026-11-17T08:00:00Z");

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  private final FakeClock clock = new FakeClock(MORNING);
  @AutoClose private Store store;
  private AuditLog log;

  @BeforeEach
  void open() {
    store = Store.open(kind.fresh(home), clock);
    log = store.auditLog();
  }

  @Test
  void add_entry_isReadAsItWas() {
    log.add("head", "10.0.0.7", Action.USER_ADDED, "birch: teacher 7A");

    assertThat(log.entries(0, 10))
        .containsExactly(
            new AuditEntry(MORNING, "head", "10.0.0.7", Action.USER_ADDED, "birch: teacher 7A"));
  }

  @Test
  void add_longTextWithNul_isCut() {
    log.add("x\0y", "10.0.0.7", Action.LOGIN_FAILED, "z".repeat(100_000));

    assertThat(log.entries(0, 1))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.who()).isEqualTo("x y");
              assertThat(entry.about()).hasSize(300);
            });
  }

  @Test
  void entries_some_areTheLatestBehindTheSkipped() {
    for (int i = 0; i < 5; i++) {
      log.add("head", AuditEntry.COMMAND, Action.PROCESS, "" + i);
      clock.pass(Duration.ofSeconds(1));
    }

    assertThat(log.count()).isEqualTo(5);
    assertThat(log.entries(1, 2)).extracting(AuditEntry::about).containsExactly("3", "2");
    assertThat(log.entries(5, 2)).isEmpty();
  }

  @Test
  void forget_old_keepsWhatIsNot() {
    log.add("head", "", Action.LOGIN, "old");
    clock.pass(Duration.ofDays(10));
    log.add("head", "", Action.LOGIN, "new");

    log.forget(MORNING.plusSeconds(1));

    assertThat(log.entries(0, 10)).extracting(AuditEntry::about).containsExactly("new");
  }
}
