package org.rollcall.store.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.model.Coverage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.Store;
import org.rollcall.store.people.UnknownFaceDecision.DecisionKind;
import org.rollcall.testing.FakeClock;

/** A lesson of each of two classes, with three unknown faces, two of which are known persons. */
@ParameterizedClass
@EachDatabase
class UnknownFaceDecisionsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private static final LessonKey LESSON = new LessonKey("7A", MONDAY, LocalTime.of(9, 0));
  private static final LessonKey NEXT = new LessonKey("7A", MONDAY, LocalTime.of(10, 0));
  private static final LessonKey OTHER = new LessonKey("8B", MONDAY, LocalTime.of(9, 0));

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  private final FakeClock clock = FakeClock.at("2026-11-17T02:00:00Z");
  @AutoClose private Store store;
  private UnknownFaceDecisions decisions;

  @BeforeEach
  void open() {
    store = Store.open(kind.fresh(home), clock);
    for (LessonKey lesson : List.of(LESSON, NEXT, OTHER)) {
      store.lessons().save(register(lesson));
    }
    decisions = store.unknownFaceDecisions();
  }

  private static LessonRegister register(LessonKey lesson) {
    List<UnknownFace> unknown = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      UnknownPerson person = new UnknownPerson(10 * number, 1, MONDAY, MONDAY);
      unknown.add(
          new UnknownFace(
              number,
              Duration.ZERO,
              Duration.ofMinutes(1),
              5,
              new Jpeg(new byte[] {1}),
              Optional.of(person).filter(known -> known.number() < 30)));
    }
    return new LessonRegister(
        new Lesson(lesson, Duration.ofMinutes(45)),
        List.of(),
        unknown,
        Coverage.unknown(),
        Outcome.done(),
        new RunFacts("1", Instant.EPOCH, Duration.ZERO, List.of(), Map.of(), Map.of(), List.of()));
  }

  @Test
  void of_decisions_areThoseOfTheLesson() {
    decisions.saveStudent(LESSON, 1, "s1", "birch");
    decisions.save(LESSON, 2, DecisionKind.VISITOR, "birch");
    decisions.save(NEXT, 1, DecisionKind.VISITOR, "alder");

    assertThat(decisions.of(LESSON))
        .isEqualTo(
            Map.of(
                1,
                new UnknownFaceDecision(
                    DecisionKind.STUDENT, Optional.of("s1"), "birch", clock.instant()),
                2,
                new UnknownFaceDecision(
                    DecisionKind.VISITOR, Optional.empty(), "birch", clock.instant())));
  }

  @Test
  void save_anotherDecision_replacesTheFirstWhole() {
    decisions.saveStudent(LESSON, 1, "s1", "birch");
    Instant later = clock.pass(Duration.ofHours(1));

    decisions.save(LESSON, 1, DecisionKind.VISITOR, "alder");

    assertThat(decisions.of(LESSON))
        .containsExactly(
            Map.entry(
                1,
                new UnknownFaceDecision(DecisionKind.VISITOR, Optional.empty(), "alder", later)));
  }

  @Test
  void withdraw_oneDecision_leavesTheOthers() {
    decisions.save(LESSON, 1, DecisionKind.VISITOR, "birch");
    decisions.save(LESSON, 2, DecisionKind.VISITOR, "birch");
    decisions.save(NEXT, 1, DecisionKind.VISITOR, "birch");

    decisions.withdraw(LESSON, 1);

    assertThat(decisions.of(LESSON)).containsOnlyKeys(2);
    assertThat(decisions.of(NEXT)).containsOnlyKeys(1);
  }

  @Test
  void visitors_ofAClass_areTheirPersonsInAnyLesson() {
    decisions.save(LESSON, 1, DecisionKind.VISITOR, "birch");
    decisions.save(NEXT, 1, DecisionKind.VISITOR, "birch");
    decisions.save(NEXT, 3, DecisionKind.VISITOR, "birch");
    decisions.saveStudent(NEXT, 2, "s1", "birch");
    decisions.save(OTHER, 2, DecisionKind.VISITOR, "birch");

    assertThat(decisions.visitors("7A")).containsExactly(10);
    assertThat(decisions.visitors("8B")).containsExactly(20);
    assertThat(decisions.visitors("9C")).isEmpty();
  }

  @Test
  void save_lessonProcessedAgain_forgetsTheDecisions() {
    decisions.save(LESSON, 1, DecisionKind.VISITOR, "birch");

    store.lessons().save(register(LESSON));

    assertThat(decisions.of(LESSON)).isEmpty();
    assertThat(decisions.visitors("7A")).isEmpty();
  }
}
