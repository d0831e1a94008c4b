package org.rollcall.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.store.Noticed.NINE;
import static org.rollcall.store.Noticed.START;
import static org.rollcall.store.Noticed.TEN;
import static org.rollcall.store.Noticed.file;
import static org.rollcall.store.Noticed.hash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
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

/** What becomes of lessons when the recordings that show them are inspected again. */
@ParameterizedClass
@EachDatabase
class StretchesTest {
  private static final String A = hash("a");
  private static final Window WINDOW =
      new Window(Duration.ofMinutes(5), Optional.of(Duration.ofMinutes(50)));

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  @AutoClose private Store store;

  /** A part of a recording in which a test changes one thing at a time. */
  private record Seen(
      Window window,
      ZonedDateTime start,
      String camera,
      int chunk,
      Duration length,
      List<Message> remarks) {
    static final Seen USUAL =
        new Seen(
            WINDOW,
            START,
            "back",
            2,
            Duration.ofMinutes(60),
            List.of(Message.english("A remark.")));

    List<RecordingPart> part() {
      Inspection recording =
          new Inspection(
              A,
              file("a"),
              Optional.of(start),
              Optional.of(length),
              Optional.of(camera),
              OptionalInt.of(chunk),
              remarks);
      return List.of(new RecordingPart(recording, NINE, window));
    }
  }

  @BeforeEach
  void open() {
    store = Store.open(kind.fresh(home), FakeClock.at("2026-11-17T02:00:00Z"));
    store.ledger().add(A, file("a"));
  }

  private RecordingState state(LessonKey lesson) {
    return store.workQueue().workState(lesson).state();
  }

  private Claim claim() {
    return store.claims().next().orElseThrow();
  }

  private void done() {
    store.claims().finish(claim(), Outcome.done());
  }

  private RecordingState stateAfter(Seen seenAgain) {
    store.ledger().enter(Seen.USUAL.part());
    done();
    store.ledger().enter(seenAgain.part());
    assertThat(store.ledger().parts("7A", NINE.date())).isEqualTo(seenAgain.part());
    return state(NINE);
  }

  @Test
  void enter_nothingChanged_staysDone() {
    assertThat(stateAfter(Seen.USUAL)).isEqualTo(RecordingState.DONE);
  }

  @Test
  void enter_whatDoesNotChangeTheLesson_staysDone() {
    assertThat(stateAfter(new Seen(WINDOW, START, "back", 2, Duration.ZERO, List.of())))
        .isEqualTo(RecordingState.DONE);
  }

  @Test
  void enter_otherWindow_isWorkedOnAgain() {
    assertThat(stateAfter(new Seen(Window.ALL, START, "back", 2, Duration.ZERO, List.of())))
        .isEqualTo(RecordingState.WAITING);
  }

  @Test
  void enter_otherStart_isWorkedOnAgain() {
    ZonedDateTime later = START.plusMinutes(1);

    assertThat(stateAfter(new Seen(WINDOW, later, "back", 2, Duration.ZERO, List.of())))
        .isEqualTo(RecordingState.WAITING);
  }

  @Test
  void enter_otherCamera_isWorkedOnAgain() {
    assertThat(stateAfter(new Seen(WINDOW, START, "front", 2, Duration.ZERO, List.of())))
        .isEqualTo(RecordingState.WAITING);
  }

  @Test
  void enter_otherChunk_isWorkedOnAgain() {
    assertThat(stateAfter(new Seen(WINDOW, START, "back", 3, Duration.ZERO, List.of())))
        .isEqualTo(RecordingState.WAITING);
  }

  @Test
  void enter_lessonThatTheRecordingShowsNoMore_isForgotten() {
    store.ledger().enter(Noticed.parts("a", NINE, TEN));

    store.ledger().enter(Noticed.parts("a", TEN));

    assertThat(store.workQueue().requeue(NINE)).as("the lesson is known").isFalse();
    assertThat(claim().lesson()).isEqualTo(TEN);
  }

  @Test
  void enter_lessonThatAnotherRecordingShows_isWorkedOnAgainWithoutThisOne() {
    store.ledger().enter(Noticed.parts("a", NINE));
    Noticed.add(store, "b", NINE);
    done();

    store.ledger().enter(Noticed.parts("a", TEN));

    Claim claim = claim();
    assertThat(claim.lesson()).isEqualTo(NINE);
    assertThat(claim.parts())
        .extracting(part -> part.recording().sha256())
        .containsExactly(hash("b"));
  }

  @Test
  void enter_lessonUnderWorkThatIsShownNoMore_isLeftToItsWorker() {
    store.ledger().enter(Noticed.parts("a", NINE));
    Claim claim = claim();

    store.ledger().enter(Noticed.parts("a", TEN));

    assertThat(state(NINE)).isEqualTo(RecordingState.CLAIMED);
    store.claims().release(claim, Message.english("Stopped."));
    assertThat(state(NINE)).isEqualTo(RecordingState.SET_ASIDE);
  }
}
