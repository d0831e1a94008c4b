package org.rollcall.store;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.picture.Embedding;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.people.EnrolledPhoto;
import org.rollcall.store.people.Enrolment;
import org.rollcall.store.people.PackEdition;
import org.rollcall.store.people.UnknownSighting;

/** Two stores of one database, as two programs have them, and many threads that write at once. */
@ParameterizedClass
@EachDatabase
class ConcurrentStoresTest {
  private static final int TASKS = 24;
  private static final PackEdition EDITION = new PackEdition("compact", "1a2b");

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  private List<Store> stores;

  @BeforeEach
  void open() {
    StoreAddress address = kind.fresh(home);
    stores = List.of(Store.open(address), Store.open(address));
  }

  @AfterEach
  void close() {
    stores.forEach(Store::close);
  }

  /** Does something with the stores in turn, all at the same time. */
  private <T> List<T> atOnce(BiFunction<Store, Integer, T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(TASKS / 3);
    try {
      List<Callable<T>> tasks =
          IntStream.range(0, TASKS)
              .<Callable<T>>mapToObj(i -> () -> work.apply(stores.get(i % 2), i))
              .toList();
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static LessonKey lesson(int day) {
    return new LessonKey("7A", LocalDate.of(2026, 11, 1).plusDays(day), LocalTime.of(9, 0));
  }

  @Test
  void save_newcomersByMany_getNumbersOfTheirOwn() throws Exception {
    List<UnknownPerson> persons =
        atOnce(
            (store, i) ->
                store
                    .unknownPersons()
                    .save(
                        lesson(i),
                        EDITION,
                        List.of(new UnknownSighting(Optional.empty(), Embedding.ofUnit(1, 0), 1)))
                    .get(0));

    assertThat(persons)
        .extracting(UnknownPerson::number)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, TASKS).boxed().toList());
    assertThat(stores.get(0).unknownPersons().list("7A")).hasSize(TASKS);
  }

  @Test
  void saveCorrections_byMany_losesNone() throws Exception {
    atOnce(
        (store, i) -> {
          Correction remark = new Correction(Optional.empty(), "remark " + i);
          store.lessons().saveCorrections(lesson(1), Map.of("S1", remark), "test");
          return i;
        });

    assertThat(stores.get(1).lessons().corrections(lesson(1))).containsOnlyKeys("S1");
    assertThat(stores.get(0).lessons().correctionsOf(lesson(1).className(), "S1"))
        .extracting(written -> written.correction().remark())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, TASKS).mapToObj(i -> "remark " + i).toList());
  }

  @Test
  void replace_sameClassByMany_leavesOneOfThemWhole() throws Exception {
    Map<String, Enrolment> enrolments =
        IntStream.range(0, TASKS)
            .mapToObj(ConcurrentStoresTest::enrolment)
            .collect(toMap(Enrolment::madeFrom, enrolment -> enrolment));
    atOnce(
        (store, i) -> {
          store.enrolments().replace(enrolments.get("set " + i));
          return i;
        });

    Enrolment left = stores.get(0).enrolments().find("7A", "compact").orElseThrow();
    assertThat(left).isEqualTo(enrolments.get(left.madeFrom()));
  }

  private static Enrolment enrolment(int number) {
    List<EnrolledPhoto> photos =
        IntStream.rangeClosed(0, number % 4)
            .mapToObj(
                photo ->
                    new EnrolledPhoto(
                        "S" + photo,
                        "students/S%d/%d.jpg".formatted(photo, number),
                        "a".repeat(64),
                        Optional.of(Embedding.ofUnit(1, 0)),
                        Optional.empty(),
                        0.5,
                        Optional.empty()))
            .toList();
    return new Enrolment("7A", "compact", "set " + number, photos);
  }
}
