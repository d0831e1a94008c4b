package org.rollcall.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollcall.store.Noticed.NEXT_DAY;
import static org.rollcall.store.Noticed.NINE;
import static org.rollcall.store.Noticed.TEN;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Reason;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.Noticed;
import org.rollcall.store.Store;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.testing.FakeClock;

@ParameterizedClass
@EachDatabase
class ClaimsTest {
  /** No system gives a process this number. */
  private static final long NO_PROCESS = Integer.MAX_VALUE;

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  private final FakeClock clock = FakeClock.at("2026-11-17T02:00:00Z");
  private StoreAddress address;
  @AutoClose private Store store;
  private Claims claims;
  private WorkQueue queue;

  @BeforeEach
  void open() {
    address = kind.fresh(home);
    store = Store.open(address, clock);
    claims = store.claims();
    queue = store.workQueue();
  }

  private Claim next() {
    return claims.next().orElseThrow();
  }

  private RecordingState state(LessonKey lesson) {
    return queue.workState(lesson).state();
  }

  @Test
  void next_nothingWaits_isEmpty() {
    assertThat(claims.next()).isEmpty();
  }

  @Test
  void next_severalLessons_startsWithTheLatestDay() {
    Noticed.add(store, "a", NINE);
    Noticed.add(store, "b", TEN);
    Noticed.add(store, "c", NEXT_DAY);

    assertThat(List.of(next().lesson(), next().lesson(), next().lesson()))
        .containsExactly(NEXT_DAY, NINE, TEN);
    assertThat(claims.next()).isEmpty();
  }

  @Test
  void next_lessonWhoseClaimantDied_comesAfterTheOthers() {
    Noticed.add(store, "a", NINE);
    Noticed.add(store, "b", TEN);
    assertThat(next().lesson()).isEqualTo(NINE);
    clock.pass(Claims.LEASE.plusMillis(1));

    assertThat(claims.recover(List.of())).containsExactly(NINE);

    assertThat(next().lesson()).isEqualTo(TEN);
    assertThat(next().lesson()).isEqualTo(NINE);
  }

  @Test
  void next_manyAtOnce_givesEachLessonToOne() throws Exception {
    for (int minute = 10; minute < 40; minute++) {
      Noticed.add(store, "x" + minute, Noticed.lesson("2026-11-16", "09:" + minute));
    }
    List<LessonKey> claimed = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Store other = Store.open(address, clock)) {
      List<Callable<List<LessonKey>>> takers =
          List.of(taker(store), taker(other), taker(store), taker(other));
      for (Future<List<LessonKey>> taken : threads.invokeAll(takers)) {
        claimed.addAll(taken.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(claimed).hasSize(30).doesNotHaveDuplicates();
  }

  private static Callable<List<LessonKey>> taker(Store store) {
    return () -> {
      List<LessonKey> taken = new ArrayList<>();
      Optional<Claim> claim = store.claims().next();
      while (claim.isPresent()) {
        taken.add(claim.get().lesson());
        claim = store.claims().next();
      }
      return taken;
    };
  }

  @Test
  void claim_lessonThatIsDone_isClaimedOnceMore() {
    Noticed.add(store, "a", NINE);
    claims.finish(next(), Outcome.done());

    assertThat(claims.claim(NINE)).isPresent();
    assertThat(claims.claim(NINE)).isEmpty();
  }

  @Test
  void requeue_lessonThatIsDone_waitsAgain() {
    Noticed.add(store, "a", NINE);
    claims.finish(next(), Outcome.done());

    assertThat(queue.requeue(NINE)).isTrue();

    assertThat(next().lesson()).isEqualTo(NINE);
  }

  @Test
  void requeue_lessonInProgress_waitsAfterThat() {
    Noticed.add(store, "a", NINE);
    Claim claim = next();

    assertThat(queue.requeue(NINE)).isTrue();
    assertThat(claims.next()).isEmpty();

    claims.finish(claim, Outcome.done());
    assertThat(next().lesson()).isEqualTo(NINE);
  }

  @Test
  void requeue_unknownLesson_changesNothing() {
    assertThat(queue.requeue(NINE)).isFalse();
    assertThat(claims.next()).isEmpty();
  }

  @Test
  void claim_lessonThatNothingShows_isEmpty() {
    assertThat(claims.claim(NINE)).isEmpty();
  }

  @Test
  void find_byAnotherProcess_needsTheToken() {
    Noticed.add(store, "a", NINE);
    Claim claim = next();

    assertThat(claims.find("7A_2026-11-16_0900", claim.token())).contains(claim);
    assertThat(claims.find("7A_2026-11-16_0900", "another")).isEmpty();
  }

  @Test
  void start_claimed_runs() {
    Noticed.add(store, "a", NINE);

    claims.start(next());

    assertThat(state(NINE)).isEqualTo(RecordingState.RUNNING);
    assertThat(queue.anyLive()).isTrue();
  }

  @Test
  void renew_inTime_keepsTheClaim() {
    Noticed.add(store, "a", NINE);
    Claim claim = next();
    for (int i = 0; i < 4; i++) {
      clock.pass(Claims.LEASE.minusSeconds(1));
      claims.renew(claim);
    }

    assertThat(claims.recover(List.of())).isEmpty();
    claims.finish(claim, Outcome.done());
    assertThat(state(NINE)).isEqualTo(RecordingState.DONE);
  }

  @Test
  void finish_afterAnotherTookOver_changesNothing() {
    Noticed.add(store, "a", NINE);
    Claim slow = next();
    clock.pass(Claims.LEASE.plusMillis(1));
    claims.recover(List.of());
    Claim fast = next();

    assertThatThrownBy(() -> claims.renew(slow)).isInstanceOf(ClaimLost.class);
    assertThatThrownBy(() -> claims.finish(slow, Outcome.done()))
        .isInstanceOf(ClaimLost.class)
        .hasMessageContaining("7A_2026-11-16_0900");
    assertThatThrownBy(() -> claims.putBack(slow, Message.english("Stopped.")))
        .isInstanceOf(ClaimLost.class);

    claims.finish(fast, Outcome.done());
    assertThat(state(NINE)).isEqualTo(RecordingState.DONE);
  }

  @Test
  void recover_claimStillWorkedOn_leavesIt() {
    Noticed.add(store, "a", NINE);
    Claim claim = next();
    clock.pass(Claims.LEASE.plusMillis(1));

    assertThat(claims.recover(List.of(claim.token()))).isEmpty();
  }

  @Test
  void recover_claimantOfThisMachineIsGone_doesNotWaitForTheLease() throws Exception {
    Noticed.add(store, "a", NINE);
    next();
    become(new Owner(Owner.self().host(), NO_PROCESS, 1));

    assertThat(claims.recover(List.of())).containsExactly(NINE);
    assertThat(queue.workState(NINE))
        .isEqualTo(
            new WorkQueue.WorkState(
                RecordingState.WAITING, Optional.of(Message.of(Reason.STOPPED_MIDWAY))));
  }

  @Test
  void recover_claimantOfAnotherMachine_waitsForTheLease() {
    Noticed.add(store, "a", NINE);
    next();
    become(new Owner("elsewhere", 1, 1));

    assertThat(claims.recover(List.of())).isEmpty();
    clock.pass(Claims.LEASE.plusMillis(1));
    assertThat(claims.recover(List.of())).containsExactly(NINE);
  }

  private void become(Owner owner) {
    try (Database database = Database.open(address)) {
      database.change(handle -> handle.execute("UPDATE work SET owner = ?", owner.toString()));
    }
  }

  @Test
  void putBack_again_waitsLongerEachTime() {
    Noticed.add(store, "a", NINE);

    claims.putBack(next(), Message.english("The roster is missing."));
    assertThat(claims.next()).isEmpty();
    assertThat(queue.anyWaiting()).isTrue();
    assertThat(queue.workState(NINE).reason()).contains(Message.english("The roster is missing."));

    clock.pass(Duration.ofMinutes(5));
    claims.putBack(next(), Message.english("The roster is missing."));
    clock.pass(Duration.ofMinutes(14));
    assertThat(claims.next()).isEmpty();
    clock.pass(Duration.ofMinutes(1));
    assertThat(claims.next()).isPresent();
  }

  @Test
  void backOff_manyAttempts_hasALimit() {
    assertThat(Claims.backOff(1)).isEqualTo(Duration.ofMinutes(5));
    assertThat(Claims.backOff(3)).isEqualTo(Duration.ofMinutes(45));
    assertThat(Claims.backOff(1000)).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void hurry_afterAFailure_isDueAtOnce() {
    Noticed.add(store, "a", NINE);
    claims.putBack(next(), Message.english("The roster is missing."));

    queue.skipBackOff();

    assertThat(claims.next()).isPresent();
  }

  @Test
  void release_somethingLeft_isDueAtOnce() {
    Noticed.add(store, "a", NINE);

    claims.release(next(), Message.english("Signal 11."));

    assertThat(claims.next()).isPresent();
  }

  @Test
  void release_nothingLeft_isSetAside() {
    Noticed.add(store, "a", NINE);
    Claim claim = next();
    store.ledger().crashed(Noticed.hash("a"), 1, Message.english("Signal 11."));

    claims.release(claim, Message.english("Signal 11."));

    assertThat(state(NINE)).isEqualTo(RecordingState.SET_ASIDE);
    assertThat(queue.anyWaiting()).isFalse();
    assertThat(queue.anyLive()).isFalse();
  }
}
