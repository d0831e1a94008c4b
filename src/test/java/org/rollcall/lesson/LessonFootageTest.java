package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.rollcall.lesson.MadeRegister.LESSON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.ingest.ContentIndex;
import org.rollcall.model.Inspection;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.model.Window;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.testing.EmptyDatabase;

/** Files of a few letters stand in for recordings: none of them is opened. */
class LessonFootageTest {
  private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
  private static final ZonedDateTime NINE = LESSON.date().atTime(9, 0).atZone(ZURICH);
  private static final String FRONT = "footage/7A/2026-11-16_0900_front.mp4";
  private static final String BACK = "footage/7A/2026-11-16_0900_back.mp4";

  @TempDir Path folder;
  private Store store;
  private ContentIndex intake;
  private RecordingPart front;
  private RecordingPart back;

  @BeforeEach
  void recordTwice() throws IOException {
    Home home = Home.of(folder);
    Files.createDirectories(home.results());
    store = Store.open(EmptyDatabase.at(home.database()));
    intake = new ContentIndex(home, store);
    front = record(FRONT, NINE);
    back = record(BACK, NINE.minusMinutes(2), "The clock is wrong.", "Dark.");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void find_allThere_placesThemByTheirStarts() {
    LessonFootage footage = find(front, back);

    assertThat(footage.start()).isEqualTo(NINE.minusMinutes(2));
    assertThat(footage.parts()).extracting(PlacedPart::part).containsExactly(back, front);
    assertThat(footage.parts())
        .extracting(PlacedPart::from)
        .containsExactly(Duration.ZERO, Duration.ofMinutes(2));
    assertThat(footage.file(footage.parts().get(0))).isEqualTo(folder.resolve(BACK));
  }

  @Test
  void find_renamedRecording_isFoundByItsContent() throws IOException {
    Path renamed = folder.resolve("footage/7A/2026-11-16_0900_renamed.mp4");
    Files.move(folder.resolve(FRONT), renamed);
    intake.hash(renamed);

    LessonFootage footage = find(front);

    assertThat(footage.files()).containsEntry(front, renamed);
  }

  @Test
  void find_oneGone_goesOnWithTheOtherAndTellsTheLedger() throws IOException {
    Files.delete(folder.resolve(BACK));

    LessonFootage footage = find(front, back);

    assertThat(footage.files()).containsOnlyKeys(front);
    Recording gone = store.ledger().find(back.recording().sha256()).orElseThrow();
    assertThat(gone.missing()).isTrue();
    assertThat(gone.reason()).contains(Message.of(Reason.RECORDINGS_GONE, BACK));
    assertThat(store.ledger().find(front.recording().sha256()))
        .map(Recording::state)
        .contains(RecordingState.WAITING);
  }

  @Test
  void find_allGone_namesThem() throws IOException {
    Files.delete(folder.resolve(FRONT));
    Files.delete(folder.resolve(BACK));

    assertThatExceptionOfType(LessonFootage.RecordingsMissing.class)
        .isThrownBy(() -> find(front, back))
        .withMessage("Cannot find %s, %s any more. Put it back to have it processed.", FRONT, BACK);
  }

  @Test
  void find_goneButShownByTheSheet_waits() throws IOException {
    store.lessons().save(MadeRegister.of(back.recording().sha256()));
    Files.delete(folder.resolve(BACK));

    assertThatExceptionOfType(TemporaryFailure.class)
        .isThrownBy(() -> find(front, back))
        .withMessageContaining(BACK)
        .withMessageEndingWith("Put that recording back.");
    assertThat(store.ledger().find(back.recording().sha256()).orElseThrow().missing()).isFalse();
  }

  @Test
  void requireUnchanged_asItWas_isFine() {
    LessonFootage footage = find(front, back);

    assertThatNoException().isThrownBy(() -> footage.requireUnchanged(intake));
  }

  @Test
  void requireUnchanged_writtenToMeanwhile_waits() throws IOException {
    LessonFootage footage = find(front, back);
    Files.writeString(folder.resolve(BACK), "more", StandardOpenOption.APPEND);

    assertThatExceptionOfType(TemporaryFailure.class)
        .isThrownBy(() -> footage.requireUnchanged(intake))
        .withMessageContaining(BACK);
  }

  @Test
  void remarks_oneRecording_areItsOwn() {
    assertThat(find(back).remarks())
        .extracting(Message::toString)
        .containsExactly("The clock is wrong.", "Dark.");
  }

  @Test
  void remarks_severalRecordings_nameTheirs() {
    assertThat(find(front, back).remarks())
        .extracting(Message::toString)
        .containsExactly(BACK + ": The clock is wrong.", BACK + ": Dark.");
  }

  @Test
  void remarks_twoPartsOfOneRecording_areToldOnce() {
    Window secondHalf = new Window(Duration.ofMinutes(20), Optional.empty());
    var again = new RecordingPart(back.recording(), LESSON, secondHalf);

    assertThat(find(back, again).remarks()).hasSize(2);
  }

  private LessonFootage find(RecordingPart... parts) {
    List<RecordingPart> all = new ArrayList<>(Arrays.asList(parts));
    return LessonFootage.find(new Claim(LESSON, "token", all), store, intake, ZURICH);
  }

  private RecordingPart record(String file, ZonedDateTime start, String... remarks)
      throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, file);
    Inspection recording =
        new Inspection(
            intake.hash(path),
            file,
            Optional.of(start),
            Optional.of(Duration.ofMinutes(45)),
            Optional.empty(),
            OptionalInt.empty(),
            Stream.of(remarks).map(Message::english).toList());
    RecordingPart part = new RecordingPart(recording, LESSON, Window.ALL);
    store.ledger().add(recording.sha256(), file);
    store.ledger().enter(List.of(part));
    return part;
  }
}
