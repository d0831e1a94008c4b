package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.model.LessonKey;

class ConcurrentClaimsTest {
  private static final int RECORDINGS = 12;
  private static final int CLAIMANTS = 8;

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(DatabaseKind.class)
  void claim_byManyOfTwoStores_isEachRecordingsOnce(DatabaseKind kind) throws Exception {
    StoreAddress address = kind.fresh(home);
    AtomicInteger[] claims =
        IntStream.range(0, RECORDINGS)
            .mapToObj(i -> new AtomicInteger())
            .toArray(AtomicInteger[]::new);
    ExecutorService threads = Executors.newFixedThreadPool(CLAIMANTS);
    try (Store one = Store.open(address);
        Store other = Store.open(address)) {
      List<Callable<Void>> claimants =
          IntStream.range(0, CLAIMANTS)
              .<Callable<Void>>mapToObj(i -> () -> claimAll(i % 2 == 0 ? one : other, claims))
              .toList();
      for (Future<Void> claimant : threads.invokeAll(claimants)) {
        claimant.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(claims).allSatisfy(claimed -> assertThat(claimed).hasValue(1));
  }

  private static Void claimAll(Store store, AtomicInteger[] claims) {
    for (int i = 0; i < RECORDINGS; i++) {
      LessonKey lesson =
          new LessonKey("7A", LocalDate.of(2026, 11, 1).plusDays(i), LocalTime.of(9, 0));
      if (store.ledger().claim("%064d".formatted(i), "footage/" + i, lesson, false)) {
        claims[i].incrementAndGet();
      }
    }
    return null;
  }
}
