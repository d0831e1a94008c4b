package org.rollcall.store.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.MarkChange;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.SheetProblem;
import org.rollcall.model.SheetState;
import org.rollcall.model.Status;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.db.Database;
import org.rollcall.store.register.SheetEdits.SheetEdit;
import org.rollcall.testing.FakeClock;

@ParameterizedClass
@EachDatabase
class SheetStatesTest {
  private static final LessonKey NINE =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final LessonKey TEN =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(10, 0));
  private static final Instant SAVED = Instant.parse("2026-11-16T11:00:00.250Z");
  private static final Correction LATE = new Correction(Optional.of(Status.LATE), "bus");
  private static final Correction ABSENT = new Correction(Optional.of(Status.ABSENT), "");
  private static final Correction PRESENT = new Correction(Optional.of(Status.PRESENT), "");
  private static final SheetState STATE =
      new SheetState(SAVED, "a".repeat(64), "v1", Map.of("s1", LATE));

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  private final FakeClock clock = FakeClock.at("2026-11-17T02:00:00Z");
  @AutoClose private Database database;
  private Lessons lessons;
  private SheetStates states;
  private SheetProblems problems;

  @BeforeEach
  void open() {
    database = Database.open(kind.fresh(home));
    lessons = new Lessons(database, clock);
    states = new SheetStates(database, clock);
    problems = new SheetProblems(database);
  }

  @Test
  void find_savedTwice_isTheLastOne() {
    states.save(NINE, new SheetState(Instant.EPOCH, "b", "v0", Map.of("s2", ABSENT)));
    states.save(NINE, STATE);

    assertThat(states.find(NINE)).contains(STATE);
    assertThat(states.find(TEN)).isEmpty();
  }

  @Test
  void find_rowsWithoutCorrection_areLeftOut() {
    states.save(NINE, new SheetState(SAVED, "b", "v0", Map.of("s2", Correction.NONE)));

    assertThat(states.find(NINE).orElseThrow().shown()).isEmpty();
  }

  @Test
  void looked_readAndUnreadable_areBothKnown() {
    states.save(NINE, STATE);
    states.saveUnreadable(NINE, SAVED.plusSeconds(1));
    states.saveUnreadable(TEN, SAVED);

    assertThat(states.looked("7A"))
        .isEqualTo(Map.of(NINE, Set.of(SAVED, SAVED.plusSeconds(1)), TEN, Set.of(SAVED)));
    assertThat(states.find(TEN)).isEmpty();
  }

  @Test
  void looked_unreadableSheetReadLater_isForgotten() {
    states.saveUnreadable(NINE, SAVED.minusSeconds(1));
    states.save(NINE, STATE);

    assertThat(states.looked("7A")).isEqualTo(Map.of(NINE, Set.of(SAVED)));
  }

  @Test
  void save_correctionTyped_holdsSinceTheSheetWasSaved() {
    save(List.of(new SheetEdit("s1", LATE, SAVED)), List.of());

    assertThat(lessons.corrections(NINE)).isEqualTo(Map.of("s1", LATE));
    assertThat(changes()).containsExactly(SAVED + " sheet Late");
  }

  @Test
  void save_sheetFromTheFuture_countsAsNow() {
    save(List.of(new SheetEdit("s1", LATE, clock.instant().plusSeconds(60))), List.of());

    assertThat(changes()).containsExactly(clock.instant() + " sheet Late");
  }

  @Test
  void save_correctionTakenBack_isGoneButInTheHistory() {
    lessons.saveCorrections(NINE, Map.of("s1", LATE), "birch");
    Instant first = clock.instant();
    clock.pass(Duration.ofHours(1));

    save(List.of(new SheetEdit("s1", Correction.NONE, clock.instant())), List.of());

    assertThat(lessons.corrections(NINE)).isEmpty();
    assertThat(changes()).containsExactly(first + " birch Late", clock.instant() + " sheet none");
  }

  @Test
  void save_supersededBeforeTheFirstCorrection_comesBeforeIt() {
    lessons.saveCorrections(NINE, Map.of("s1", LATE), "birch");

    save(List.of(), List.of(new SheetEdit("s1", ABSENT, SAVED)));

    assertThat(lessons.corrections(NINE)).isEqualTo(Map.of("s1", LATE));
    assertThat(changes()).containsExactly(SAVED + " sheet Absent", clock.instant() + " birch Late");
  }

  @Test
  void save_supersededBetweenTwoCorrections_comesBetweenThem() {
    Instant first = clock.instant();
    lessons.saveCorrections(NINE, Map.of("s1", LATE), "birch");
    Instant typed = clock.pass(Duration.ofHours(1));
    Instant last = clock.pass(Duration.ofHours(1));
    lessons.saveCorrections(NINE, Map.of("s1", PRESENT), "alder");

    save(List.of(), List.of(new SheetEdit("s1", ABSENT, typed)));
    save(List.of(), List.of(new SheetEdit("s1", ABSENT, typed)));

    assertThat(changes())
        .containsExactly(first + " birch Late", typed + " sheet Absent", last + " alder Present");
  }

  @Test
  void save_supersededWithdrawal_endsTheCorrectionBeforeIt() {
    Instant first = clock.instant();
    lessons.saveCorrections(NINE, Map.of("s1", LATE), "birch");
    Instant typed = clock.pass(Duration.ofHours(1));
    Instant last = clock.pass(Duration.ofHours(1));
    lessons.saveCorrections(NINE, Map.of("s1", PRESENT), "alder");

    save(List.of(), List.of(new SheetEdit("s1", Correction.NONE, typed)));

    assertThat(changes())
        .containsExactly(first + " birch Late", typed + " sheet none", last + " alder Present");
  }

  @Test
  void problems_savedAgain_areReplaced() {
    SheetProblem first =
        new SheetProblem("'Register'!K9", "ill", Message.of(Reason.TYPED_NOT_A_MARK));
    SheetProblem second =
        new SheetProblem("'Register'", "", Message.of(Reason.TYPED_ROW_MISSING, "s1"));
    states.save(NINE, STATE, edits(List.of(first)));
    states.save(TEN, STATE, edits(List.of(first, second)));

    assertThat(problems.of(TEN)).containsExactly(first, second);
    assertThat(problems.all()).isEqualTo(Map.of(NINE, List.of(first), TEN, List.of(first, second)));
    states.save(TEN, STATE, edits(List.of()));
    assertThat(problems.of(TEN)).isEmpty();
  }

  @Test
  void copies_readAndForgotten_areKnownUntilThen() {
    SheetProblem problem = new SheetProblem("sheet", "", Message.of(Reason.SHEET_COPY));
    states.saveCopy(NINE, Instant.EPOCH, edits(List.of()));
    states.saveCopy(NINE, SAVED, edits(List.of(problem)));

    assertThat(states.copies("7A")).isEqualTo(Map.of(NINE, Map.of("sheet", SAVED)));
    states.forgetCopy(NINE, "sheet");
    assertThat(states.copies("7A")).isEmpty();
    assertThat(problems.of(NINE)).isEmpty();
  }

  private void save(List<SheetEdit> taken, List<SheetEdit> superseded) {
    states.save(NINE, STATE, new SheetEdits("sheet", taken, superseded, List.of()));
  }

  private static SheetEdits edits(List<SheetProblem> problems) {
    return new SheetEdits("sheet", List.of(), List.of(), problems);
  }

  /** {@return when, by whom and to what the mark of s1 was changed, the earliest change first} */
  private List<String> changes() {
    return MarkChange.of(lessons.correctionsOf("7A", "s1")).stream()
        .map(
            change ->
                "%s %s %s"
                    .formatted(
                        change.at(),
                        change.by(),
                        change
                            .after()
                            .flatMap(Correction::status)
                            .map(Status::title)
                            .orElse("none")))
        .sorted()
        .toList();
  }
}
