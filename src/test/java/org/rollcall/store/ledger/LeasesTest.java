package org.rollcall.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.Store;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.db.StoreUnavailable;
import org.rollcall.testing.FakeClock;

@ParameterizedClass
@EachDatabase
class LeasesTest {
  /** No system gives a process this number. */
  private static final long NO_PROCESS = Integer.MAX_VALUE;

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  private final FakeClock clock = FakeClock.at("2026-11-17T02:00:00Z");
  private StoreAddress address;
  @AutoClose private Store store;
  private Leases leases;

  @BeforeEach
  void open() {
    address = kind.fresh(home);
    store = Store.open(address, clock);
    leases = store.leases();
  }

  @Test
  void exclusively_work_givesWhatComesOfIt() {
    assertThat(leases.exclusively("class 7A", () -> "done")).isEqualTo("done");
  }

  @Test
  void exclusively_workFails_givesTheLeaseBack() {
    assertThatThrownBy(
            () ->
                leases.exclusively(
                    "class 7A",
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(held()).isZero();
  }

  @Test
  void take_heldOnAnotherMachine_waitsUntilItExpires() {
    hold(new Owner("elsewhere", 1, 1));

    assertThat(leases.take("class 7A")).isFalse();
    assertThat(leases.take("class 7B")).isTrue();
    clock.pass(Duration.ofSeconds(61));
    assertThat(leases.take("class 7A")).isTrue();
  }

  @Test
  void take_heldByAProcessOfThisMachineThatIsGone_takesItOver() {
    hold(new Owner(Owner.self().host(), NO_PROCESS, 1));

    assertThat(leases.take("class 7A")).isTrue();
  }

  @Test
  void exclusively_askedForAgainMeanwhile_isHadAlready() {
    assertThat(leases.exclusively("class 7A", () -> leases.exclusively("class 7A", this::held)))
        .isEqualTo(1);
    assertThat(held()).isZero();
  }

  @Test
  void exclusively_otherThreadOfTheProcess_waits() throws Exception {
    List<String> order = new CopyOnWriteArrayList<>();
    Thread other = new Thread(() -> leases.exclusively("class 7A", () -> order.add("other")));
    leases.exclusively(
        "class 7A",
        () -> {
          other.start();
          order.add("first");
          return order;
        });
    other.join();

    assertThat(order).containsExactly("first", "other");
  }

  @Test
  void exclusively_interruptedWhileOthersHoldIt_givesUp() {
    hold(new Owner("elsewhere", 1, 1));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> leases.exclusively("class 7A", () -> "never"))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private void hold(Owner owner) {
    leases.take("class 7A");
    try (Database database = Database.open(address)) {
      database.change(handle -> handle.execute("UPDATE lease SET owner = ?", owner.toString()));
    }
  }

  private int held() {
    try (Database database = Database.open(address)) {
      return database.read(
          handle -> handle.createQuery("SELECT COUNT(*) FROM lease").mapTo(Integer.class).one());
    }
  }
}
