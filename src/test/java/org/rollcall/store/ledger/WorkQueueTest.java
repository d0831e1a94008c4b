package org.rollcall.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.store.Noticed.NINE;
import static org.rollcall.store.Noticed.TEN;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.Noticed;
import org.rollcall.store.Store;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.testing.FakeClock;

/** What is said of the queue; how claims change it is in {@link ClaimsTest}. */
@ParameterizedClass
@EachDatabase
class WorkQueueTest {
  private static final Instant NOW = Instant.parse("2026-11-17T02:00:00Z");

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  private final FakeClock clock = new FakeClock(NOW);
  private StoreAddress address;
  @AutoClose private Store store;

  @BeforeEach
  void open() {
    address = kind.fresh(home);
    store = Store.open(address, clock);
    Noticed.add(store, "a", NINE);
    Noticed.add(store, "b", TEN);
  }

  @Test
  void inProgress_nothingClaimed_isEmpty() {
    assertThat(store.workQueue().inProgress()).isEmpty();
  }

  @Test
  void inProgress_claimed_isTold() {
    assertThat(store.claims().claim(TEN)).isPresent();

    assertThat(store.workQueue().inProgress())
        .containsExactly(new WorkQueue.LiveLesson(TEN, Owner.self(), NOW));
  }

  @Test
  void inProgress_ofAnotherMachine_isToldUntilItsClaimExpires() {
    assertThat(store.claims().claim(TEN)).isPresent();
    become("elsewhere/1/1");

    assertThat(store.workQueue().inProgress()).hasSize(1);
    clock.pass(Claims.LEASE.plusMillis(1));
    assertThat(store.workQueue().inProgress()).isEmpty();
  }

  @Test
  void inProgress_processWasKilled_isEmpty() {
    assertThat(store.claims().claim(NINE)).isPresent();
    become(Owner.self().host() + "/2147483647/1");

    assertThat(store.workQueue().inProgress()).isEmpty();
    assertThat(store.workQueue().anyLive()).isTrue();
  }

  private void become(String owner) {
    try (Database database = Database.open(address)) {
      database.change(handle -> handle.execute("UPDATE work SET owner = ?", owner));
    }
  }
}
