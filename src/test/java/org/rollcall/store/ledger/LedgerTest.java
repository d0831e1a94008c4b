package org.rollcall.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollcall.store.Noticed.NINE;
import static org.rollcall.store.Noticed.TEN;
import static org.rollcall.store.Noticed.file;
import static org.rollcall.store.Noticed.hash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.model.Inspection;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.Window;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.Noticed;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.WholeRecording;

@ParameterizedClass
@EachDatabase
class LedgerTest {
  @Parameter private DatabaseKind kind;

  private static final String A = hash("a");
  private static final String B = hash("b");

  @TempDir Path home;
  private final FakeClock clock = FakeClock.at("2026-11-17T02:00:00Z");
  @AutoClose private Store store;
  private Ledger ledger;
  private Places places;

  @BeforeEach
  void open() {
    store = Store.open(kind.fresh(home), clock);
    ledger = store.ledger();
    places = store.places();
  }

  private Recording recording(String sha256) {
    return ledger.find(sha256).orElseThrow();
  }

  private RecordingState state(String sha256) {
    return recording(sha256).state();
  }

  private Claim claim() {
    return store.claims().next().orElseThrow();
  }

  @Test
  void find_unknownRecording_isEmpty() {
    assertThat(ledger.find(A)).isEmpty();
  }

  @Test
  void add_newRecording_waitsToBeInspected() {
    Instant now = clock.instant();

    ledger.add(A, file("a"));

    assertThat(recording(A))
        .isEqualTo(
            new Recording(
                A,
                file("a"),
                List.of(),
                RecordingState.WAITING,
                0,
                Optional.empty(),
                now,
                Optional.empty(),
                false));
    assertThat(ledger.uninspected()).extracting(Recording::sha256).containsExactly(A);
  }

  @Test
  void add_underAnotherName_remembersTheNewOne() {
    Noticed.add(store, "a", NINE);

    ledger.add(A, "footage/7A/renamed.mp4");

    assertThat(recording(A).file()).isEqualTo("footage/7A/renamed.mp4");
    assertThat(recording(A).lessons()).containsExactly(NINE);
  }

  @Test
  void add_atAnotherPlace_isInspectedThere() {
    Noticed.add(store, "a", NINE);

    ledger.add(A, "footage/8B/a.mp4");

    assertThat(ledger.uninspected()).extracting(Recording::sha256).containsExactly(A);
    assertThat(places.uninspected(A)).containsExactly("footage/8B/a.mp4");
    assertThat(places.of(A)).containsExactly(file("a"), "footage/8B/a.mp4");
  }

  @Test
  void enter_lessonOfAnotherPlace_isAddedToThatOfTheFirst() {
    LessonKey other = new LessonKey("8B", NINE.date(), NINE.start());
    Noticed.add(store, "a", NINE);
    ledger.add(A, "footage/8B/a.mp4");

    ledger.enter(List.of(WholeRecording.of(other, A, "footage/8B/a.mp4")));

    assertThat(recording(A).lessons()).containsExactly(NINE, other);
    assertThat(ledger.parts("7A", NINE.date()).get(0).recording().file()).isEqualTo(file("a"));
    assertThat(ledger.parts("8B", NINE.date()).get(0).recording().file())
        .isEqualTo("footage/8B/a.mp4");
    assertThat(ledger.uninspected()).isEmpty();
    assertThat(places.copies()).isEmpty();
  }

  @Test
  void enter_sameClassAtAnotherPlace_isACopy() {
    Noticed.add(store, "a", NINE);
    ledger.add(A, "footage/7A/copy.mp4");

    ledger.enter(List.of(WholeRecording.of(TEN, A, "footage/7A/copy.mp4")));

    assertThat(recording(A).lessons()).containsExactly(NINE);
    assertThat(places.copies())
        .containsExactly(new Places.Copy("footage/7A/copy.mp4", file("a"), Optional.empty()));
  }

  @Test
  void enter_placeIsGone_itsLessonsGoToo() {
    Noticed.add(store, "a", NINE);
    ledger.add(A, "footage/7A/moved.mp4");
    places.gone(A, file("a"));

    ledger.enter(List.of(WholeRecording.of(TEN, A, "footage/7A/moved.mp4")));

    assertThat(recording(A).lessons()).containsExactly(TEN);
    assertThat(places.of(A)).containsExactly("footage/7A/moved.mp4");
  }

  @Test
  void enter_deletedByRollcallItself_keepsItsLessons() {
    LessonKey other = new LessonKey("8B", NINE.date(), NINE.start());
    Noticed.add(store, "a", NINE);
    places.deleted(A, file("a"));
    ledger.add(A, "footage/8B/a.mp4");
    places.gone(A, file("a"));

    ledger.enter(List.of(WholeRecording.of(other, A, "footage/8B/a.mp4")));

    assertThat(recording(A).lessons()).containsExactly(NINE, other);
  }

  @Test
  void add_failedUnderAnUnclearName_isLookedAtAgainUnderAnother() {
    ledger.add(A, "footage/holidays.mp4");
    ledger.refuse(
        A, RecordingState.FAILED, Message.english("Its name does not identify a lesson."));

    ledger.add(A, "footage/holidays.mp4");
    assertThat(state(A)).isEqualTo(RecordingState.FAILED);

    ledger.add(A, file("a"));
    assertThat(state(A)).isEqualTo(RecordingState.WAITING);
    assertThat(ledger.uninspected()).hasSize(1);
  }

  @Test
  void add_otherContentInItsPlace_isForgotten() {
    Noticed.add(store, "a", NINE);

    ledger.add(B, file("a"));

    assertThat(ledger.find(A)).isEmpty();
    assertThat(ledger.recordings()).extracting(Recording::sha256).containsExactly(B);
  }

  @Test
  void add_otherContentInItsPlaceWhileItIsWorkedOn_isKept() {
    Noticed.add(store, "a", NINE);
    claim();

    ledger.add(B, file("a"));

    assertThat(state(A)).isEqualTo(RecordingState.CLAIMED);
  }

  @Test
  void add_missingRecordingIsBack_letsItsLessonWaitAgain() {
    Noticed.add(store, "a", NINE);
    Claim claim = claim();
    ledger.refuse(A, RecordingState.WAITING, Message.english("It is missing."));
    store.claims().finish(claim, Outcome.failed(Message.english("Nothing there.")));
    assertThat(recording(A).missing()).isTrue();
    assertThat(store.claims().next()).isEmpty();

    ledger.add(A, file("a"));

    assertThat(recording(A).missing()).isFalse();
    assertThat(claim().lesson()).isEqualTo(NINE);
  }

  @Test
  void enter_oneRecordingOfTwoLessons_standsWhereTheLessAdvancedStands() {
    Noticed.add(store, "a", NINE, TEN);
    assertThat(recording(A).lessons()).containsExactly(NINE, TEN);
    assertThat(state(A)).isEqualTo(RecordingState.WAITING);

    Claim first = claim();
    assertThat(state(A)).isEqualTo(RecordingState.CLAIMED);
    store.claims().finish(first, Outcome.done());
    assertThat(state(A)).isEqualTo(RecordingState.WAITING);

    store.claims().finish(claim(), Outcome.partial(List.of(Message.english("Cut off."))));
    assertThat(state(A)).isEqualTo(RecordingState.PARTIAL);
    assertThat(recording(A).reason()).contains(Message.english("Cut off."));
    assertThat(recording(A).finished()).contains(clock.instant());
  }

  @Test
  void enter_everything_isInTheClaim() {
    Noticed.add(store, "a", NINE);

    assertThat(claim().parts()).isEqualTo(Noticed.parts("a", NINE));
  }

  @Test
  void enter_partOfARecording_isInTheClaim() {
    Window window = new Window(Duration.ofMinutes(5), Optional.of(Duration.ofMinutes(50)));
    Inspection recording =
        new Inspection(
            A,
            file("a"),
            Optional.of(Noticed.START),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            List.of());
    List<RecordingPart> parts = List.of(new RecordingPart(recording, NINE, window));
    ledger.add(A, file("a"));

    ledger.enter(parts);

    assertThat(claim().parts()).isEqualTo(parts);
  }

  @Test
  void enter_lessonThatIsDone_waitsAgain() {
    Noticed.add(store, "a", NINE);
    store.claims().finish(claim(), Outcome.done());

    Noticed.add(store, "b", NINE);

    assertThat(claim().parts()).extracting(part -> part.recording().sha256()).containsExactly(A, B);
  }

  @Test
  void enter_lessonUnderWork_isWorkedOnOnceMore() {
    Noticed.add(store, "a", NINE);
    Claim claim = claim();

    Noticed.add(store, "b", NINE);
    assertThat(store.claims().next()).isEmpty();
    store.claims().finish(claim, Outcome.done());

    assertThat(claim().parts()).hasSize(2);
  }

  @Test
  void enter_withoutAnyLesson_isRefused() {
    assertThatThrownBy(() -> ledger.enter(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void removed_fileOfAWaitingRecordingIsGone_waitsNoLongerUntilItIsBack() {
    Noticed.add(store, "a", NINE);
    Noticed.add(store, "b", TEN);

    ledger.removed(file("b")::equals);

    assertThat(state(A)).isEqualTo(RecordingState.REMOVED);
    assertThat(state(B)).isEqualTo(RecordingState.WAITING);
    assertThat(store.statistics().stateCounts())
        .extracting(StateCount::state)
        .containsExactly(RecordingState.WAITING, RecordingState.REMOVED);
    assertThat(ledger.count(new RecordingFilter(Optional.of(RecordingState.REMOVED), "")))
        .isEqualTo(1);
    ledger.add(A, file("a"));
    assertThat(state(A)).isEqualTo(RecordingState.WAITING);
  }

  @Test
  void removed_lessonsUnknown_isForgottenUnlessAssigned() {
    ledger.add(A, file("a"));
    ledger.add(B, file("b"));
    store
        .assignments()
        .assign(B, new Assignments.Assigned("7A", LocalDateTime.of(2026, 11, 16, 9, 0)));

    ledger.removed(file -> false);

    assertThat(ledger.find(A)).isEmpty();
    assertThat(ledger.find(B)).isPresent();
  }

  @Test
  void removed_processedRecording_staysDone() {
    Noticed.add(store, "a", NINE);
    store.claims().finish(claim(), Outcome.done());

    ledger.removed(file -> false);

    assertThat(state(A)).isEqualTo(RecordingState.DONE);
  }

  @Test
  void refuse_mayHeal_isInspectedAgain() {
    ledger.add(A, file("a"));
    ledger.refuse(A, RecordingState.WAITING, Message.english("The timetable has no lesson there."));

    assertThat(ledger.uninspected()).hasSize(1);
    assertThat(recording(A).reason())
        .contains(Message.english("The timetable has no lesson there."));

    Noticed.add(store, "a", NINE);
    assertThat(recording(A).reason()).isEmpty();
  }

  @Test
  void refuse_forGood_isNotInspectedAgain() {
    ledger.add(A, file("a"));
    ledger.refuse(A, RecordingState.FAILED, Message.english("No recording."));

    assertThat(ledger.uninspected()).isEmpty();
    assertThat(recording(A).finished()).contains(clock.instant());
  }

  @Test
  void refuse_oneOfTwoRecordings_leavesTheOtherToTheLesson() {
    Noticed.add(store, "a", NINE);
    Noticed.add(store, "b", NINE);
    ledger.refuse(A, RecordingState.FAILED, Message.english("Cannot be decoded."));

    assertThat(claim().parts()).extracting(part -> part.recording().sha256()).containsExactly(B);
    assertThat(state(A)).isEqualTo(RecordingState.FAILED);
  }

  @Test
  void crashed_lessOftenThanAllowed_isTriedAgain() {
    Noticed.add(store, "a", NINE);

    assertThat(ledger.crashed(A, 2, Message.english("Signal 11."))).isFalse();
    assertThat(state(A)).isEqualTo(RecordingState.WAITING);

    assertThat(ledger.crashed(A, 2, Message.english("Signal 11."))).isTrue();
    assertThat(state(A)).isEqualTo(RecordingState.SET_ASIDE);
    assertThat(recording(A).reason()).contains(Message.english("Signal 11."));
    assertThat(store.claims().next()).isEmpty();
  }

  @Test
  void reconsider_setAside_beginsAnew() {
    Noticed.add(store, "a", NINE);
    ledger.crashed(A, 1, Message.english("Signal 11."));

    ledger.reconsider(A, file("a"));

    assertThat(ledger.uninspected()).hasSize(1);
    assertThat(ledger.crashed(A, 2, Message.english("Signal 11."))).isFalse();
  }

  @Test
  void reconsider_onePlaceOfTwo_leavesTheLessonOfTheOther() {
    LessonKey other = new LessonKey("8B", NINE.date(), NINE.start());
    Noticed.add(store, "a", NINE);
    ledger.add(A, "footage/8B/a.mp4");
    ledger.enter(List.of(WholeRecording.of(other, A, "footage/8B/a.mp4")));

    ledger.reconsider(A, "footage/8B/a.mp4");

    assertThat(recording(A).lessons()).containsExactly(NINE);
    assertThat(places.uninspected(A)).containsExactly("footage/8B/a.mp4");
    assertThat(places.knowsLessonOf("footage/8B/a.mp4")).isTrue();
    assertThat(places.knowsLessonOf("footage/8B/b.mp4")).isFalse();
  }

  @Test
  void reconsider_underWork_changesNothing() {
    Noticed.add(store, "a", NINE);
    claim();

    ledger.reconsider(A, file("a"));

    assertThat(recording(A).lessons()).containsExactly(NINE);
  }

  @Test
  void recordings_several_haveTheLatestChangeFirst() {
    ledger.add(A, file("a"));
    clock.pass(Duration.ofMinutes(1));
    ledger.add(B, file("b"));

    assertThat(ledger.recordings()).extracting(Recording::sha256).containsExactly(B, A);
  }
}
