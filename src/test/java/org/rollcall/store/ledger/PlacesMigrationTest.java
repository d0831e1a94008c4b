package org.rollcall.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.store.Noticed.NINE;
import static org.rollcall.store.Noticed.START;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.model.Inspection;
import org.rollcall.model.Message;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.Window;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.Store;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.db.Timeouts;
import org.rollcall.store.ledger.Recording.RecordingState;

/** A ledger in which each content had one place, and what its name says was the recording's own. */
@ParameterizedClass
@EachDatabase
class PlacesMigrationTest {
  @Parameter private DatabaseKind kind;
  @TempDir private Path home;

  @Test
  void open_ledgerOfAnEarlierVersion_keepsWhatTheNamesSaid() {
    StoreAddress address = kind.empty(home);
    try (Database old = Database.openAt(address, Timeouts.USUAL, "12")) {
      old.change(
          handle -> {
            handle.execute(
                "INSERT INTO recording (sha256, file, since, reason, crashes, begins, camera, part,"
                    + " length, remarks) VALUES ('a', 'footage/7A/a.mp4', 1, '', 0, ?, 'back', 2,"
                    + " 2700000, 'One.')",
                START.toString());
            handle.execute(
                "INSERT INTO recording (sha256, file, since, problem, reason, crashes, remarks)"
                    + " VALUES ('b', 'footage/b.mp4', 1, 'FAILED', 'Its name.', 0, '')");
            handle.execute(
                "INSERT INTO work (lesson_id, class_name, lesson_date, lesson_start, state,"
                    + " attempts, lost, reason, since, not_before, again) VALUES"
                    + " ('7A_2026-11-16_0900', '7A', '2026-11-16', '09:00', 'DONE', 1, 0, '', 1, 0,"
                    + " 0)");
            handle.execute(
                "INSERT INTO stretch (sha256, lesson_id, starts)"
                    + " VALUES ('a', '7A_2026-11-16_0900', 60000)");
          });
    }

    try (Store store = Store.open(address)) {
      assertThat(store.ledger().parts("7A", NINE.date()))
          .containsExactly(
              new RecordingPart(
                  new Inspection(
                      "a",
                      "footage/7A/a.mp4",
                      Optional.of(START),
                      Optional.of(Duration.ofMinutes(45)),
                      Optional.of("back"),
                      OptionalInt.of(2),
                      List.of(Message.english("One."))),
                  NINE,
                  new Window(Duration.ofMinutes(1), Optional.empty())));
      assertThat(store.places().of("a")).containsExactly("footage/7A/a.mp4");
      assertThat(store.ledger().uninspected()).isEmpty();
      assertThat(store.ledger().find("b").orElseThrow().state()).isEqualTo(RecordingState.FAILED);
    }
  }
}
