package org.rollcall.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.store.Noticed.NINE;
import static org.rollcall.store.Noticed.file;
import static org.rollcall.store.Noticed.hash;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.Noticed;
import org.rollcall.store.Store;
import org.rollcall.testing.WholeRecording;

/** One recording at several places. */
@ParameterizedClass
@EachDatabase
class PlacesTest {
  private static final String A = hash("a");
  private static final String COPY = "footage/7A/A copy.mp4";
  private static final Message WHY = Message.of(Reason.NAME_OF_A_CONFLICT);

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  @AutoClose private Store store;
  private Ledger ledger;
  private Places places;

  @BeforeEach
  void open() {
    store = Store.open(kind.fresh(home));
    ledger = store.ledger();
    places = store.places();
    Noticed.add(store, "a", NINE);
    ledger.add(A, COPY);
  }

  @Test
  void refuse_copy_isToldWithTheReasonAndInspectedAgain() {
    places.refuse(A, COPY, WHY);

    assertThat(places.copies()).containsExactly(new Places.Copy(COPY, file("a"), Optional.of(WHY)));
    assertThat(places.uninspected(A)).containsExactly(COPY);
    assertThat(ledger.find(A).orElseThrow().lessons()).containsExactly(NINE);
  }

  @Test
  void refuse_copyThatIsInOrderLater_isToldWithoutReason() {
    places.refuse(A, COPY, WHY);

    ledger.enter(List.of(WholeRecording.of(NINE, A, COPY)));

    assertThat(places.copies()).containsExactly(new Places.Copy(COPY, file("a"), Optional.empty()));
    assertThat(places.uninspected(A)).isEmpty();
  }

  @Test
  void refuse_onePlace_leavesTheOthersAlone() {
    ledger.add(A, "footage/7A/Another copy.mp4");

    places.refuse(A, COPY, WHY);

    assertThat(places.copies())
        .extracting(Places.Copy::reason)
        .containsExactly(Optional.of(WHY), Optional.empty());
  }

  @Test
  void of_several_startWithThoseThatShowLessons() {
    assertThat(COPY).isLessThan(file("a"));

    assertThat(places.of(A)).containsExactly(file("a"), COPY);
  }

  @Test
  void gone_placeAfterWhichTheRecordingIsCalled_isCalledAfterAnother() {
    places.gone(A, file("a"));

    assertThat(ledger.find(A).orElseThrow().file()).isEqualTo(COPY);
    assertThat(places.of(A)).containsExactly(COPY);
  }

  @Test
  void gone_lastPlace_keepsTheName() {
    places.gone(A, file("a"));
    places.gone(A, COPY);

    assertThat(ledger.find(A).orElseThrow().file()).isEqualTo(COPY);
    assertThat(places.of(A)).isEmpty();
  }

  @Test
  void deleted_copy_isToldOfNoMore() {
    places.deleted(A, COPY);

    assertThat(places.copies()).isEmpty();
  }

  @Test
  void moved_byRollcallItself_keepsItsLessonsAndIsNotInspected() {
    places.gone(A, COPY);

    places.moved(A, file("a"), "footage/_done/7A/a.mp4");

    Recording recording = ledger.find(A).orElseThrow();
    assertThat(recording.file()).isEqualTo("footage/_done/7A/a.mp4");
    assertThat(recording.lessons()).containsExactly(NINE);
    assertThat(places.of(A)).containsExactly("footage/_done/7A/a.mp4");
    assertThat(ledger.uninspected()).isEmpty();
  }

  @Test
  void copies_placeOfAnotherClass_isNone() {
    LessonKey other = new LessonKey("8B", NINE.date(), NINE.start());

    ledger.enter(List.of(WholeRecording.of(other, A, COPY)));

    assertThat(places.copies()).isEmpty();
  }
}
