package org.rollcall.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.model.Message;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.testing.FakeClock;

@ParameterizedClass
@EachDatabase
class RecordingListTest {
  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  private final FakeClock clock = FakeClock.at("2026-11-17T02:00:00Z");
  @AutoClose private Store store;
  private Ledger ledger;

  @BeforeEach
  void open() {
    store = Store.open(kind.fresh(home), clock);
    ledger = store.ledger();
    for (int i = 0; i < 7; i++) {
      ledger.add(hash(i), "footage/7A/100%_" + i + ".mp4");
    }
    ledger.refuse(hash(2), RecordingState.FAILED, Message.english("No video."));
    ledger.refuse(hash(5), RecordingState.SET_ASIDE, Message.english("It kills."));
  }

  private static String hash(int number) {
    return "%064d".formatted(number);
  }

  @Test
  void recordings_pages_areInTheOrderOfAll() {
    List<Recording> all = ledger.recordings();

    assertThat(ledger.count(RecordingFilter.ALL)).isEqualTo(7);
    assertThat(ledger.recordings(RecordingFilter.ALL, 0, 3)).isEqualTo(all.subList(0, 3));
    assertThat(ledger.recordings(RecordingFilter.ALL, 3, 3)).isEqualTo(all.subList(3, 6));
    assertThat(ledger.recordings(RecordingFilter.ALL, 7, 3)).isEmpty();
  }

  @Test
  void recordings_ofAState_areOnlyThose() {
    RecordingFilter failed = new RecordingFilter(Optional.of(RecordingState.FAILED), "");

    assertThat(ledger.count(failed)).isEqualTo(1);
    assertThat(ledger.recordings(failed, 0, 9))
        .extracting(Recording::sha256)
        .containsExactly(hash(2));
    assertThat(ledger.count(new RecordingFilter(Optional.of(RecordingState.WAITING), "")))
        .isEqualTo(5);
    assertThat(ledger.count(new RecordingFilter(Optional.of(RecordingState.DONE), ""))).isZero();
  }

  @Test
  void recordings_withAText_takeItLiterally() {
    assertThat(ledger.count(text("7a/100%_3"))).isEqualTo(1);
    assertThat(ledger.count(text("%"))).isEqualTo(7);
    assertThat(ledger.count(text("7A%4"))).isZero();
    assertThat(ledger.count(text("!"))).isZero();
    assertThat(ledger.count(new RecordingFilter(Optional.of(RecordingState.FAILED), "_5")))
        .isZero();
  }

  private static RecordingFilter text(String text) {
    return new RecordingFilter(Optional.empty(), text);
  }
}
