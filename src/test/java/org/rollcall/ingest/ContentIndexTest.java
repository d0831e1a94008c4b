package org.rollcall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.basics.Sha256;
import org.rollcall.inbox.Scan;
import org.rollcall.inbox.WatchedFolder;
import org.rollcall.ingest.ContentIndex.TakenIn;
import org.rollcall.model.Message;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.SchoolFolder;

class ContentIndexTest {
  private static final String FILE = "footage/7A/2026-11-16_0900.mp4";
  private static final Instant WRITTEN = Instant.parse("2026-11-16T10:00:00Z");
  private static final String FILM = Sha256.of("a film");

  @TempDir Path folder;
  private SchoolFolder school;
  @AutoClose private Store store;
  private ContentIndex index;

  @BeforeEach
  void open() {
    school = new SchoolFolder(folder);
    school.write("config/rollcall.yaml", "footage.stillFor: 0s\n");
    store = Store.open(EmptyDatabase.at(school.home().database()));
    index = new ContentIndex(school.home(), store);
  }

  private Path write(String file, String content, Instant modified) throws IOException {
    return Files.setLastModifiedTime(school.write(file, content), FileTime.from(modified));
  }

  private Path film() throws IOException {
    return write(FILE, "a film", WRITTEN);
  }

  private Scan scan() {
    return new WatchedFolder(
            school.home().footage(),
            SettingsFile.read(school.home()).inbox(),
            FakeClock.at("2026-11-17T01:00:00Z"))
        .scan();
  }

  private TakenIn takeIn() {
    return index.takeIn(scan());
  }

  private void ends(String sha256) {
    store.ledger().refuse(sha256, RecordingState.FAILED, Message.english("It is damaged."));
  }

  @Test
  void hash_unchangedFile_isReadOnce() throws IOException {
    assertThat(index.hash(film())).isEqualTo(FILM);

    assertThat(index.hash(write(FILE, "b film", WRITTEN))).as("not read again").isEqualTo(FILM);
    assertThat(index.hash(write(FILE, "b film", WRITTEN.plusSeconds(1))))
        .isEqualTo(Sha256.of("b film"));
  }

  @Test
  void hash_noFile_isATemporaryFailure() {
    assertThatExceptionOfType(TemporaryFailure.class)
        .isThrownBy(() -> index.hash(folder.resolve(FILE)))
        .withMessageContaining("Cannot read " + FILE);
  }

  @Test
  void hasChanged_fileWrittenToSince_itHas() throws IOException {
    Path file = film();
    index.hash(file);

    assertThat(index.hasChanged(file, FILM)).isFalse();
    assertThat(index.hasChanged(file, Sha256.of("before"))).isTrue();
    write(FILE, "a longer film", WRITTEN);
    assertThat(index.hasChanged(file, FILM)).isTrue();
    Files.delete(file);
    assertThat(index.hasChanged(file, FILM)).isFalse();
  }

  @Test
  void remember_movedFile_isNotReadAgain() throws IOException {
    Path moved = write("footage/_done/a.mp4", "a film", WRITTEN);

    index.remember(moved, Sha256.of("as it was"));

    assertThat(index.hash(moved)).isEqualTo(Sha256.of("as it was"));
  }

  @Test
  void find_fileAtItsPlace_isFound() throws IOException {
    assertThat(index.find(FILM, FILE)).isEmpty();
    Path file = film();

    assertThat(index.find(FILM, FILE)).contains(file);
    assertThat(index.find(FILM, file.toString())).contains(file);
  }

  @Test
  void find_otherContentAtItsPlace_isFoundWhereItWasSeen() throws IOException {
    write(FILE, "another", WRITTEN);
    Path copy = write("footage/copy.mp4", "a film", WRITTEN);
    Path stale = write("footage/stale.mp4", "a film", WRITTEN);
    index.hash(stale);
    index.hash(copy);
    write("footage/stale.mp4", "other", WRITTEN);

    assertThat(index.find(FILM, FILE)).contains(copy);
  }

  @Test
  void find_contentThatIsGone_isNotFound() throws IOException {
    index.hash(film());
    Files.delete(folder.resolve(FILE));

    assertThat(index.find(FILM, FILE)).isEmpty();
  }

  @Test
  void takeIn_newFiles_areInTheLedgerWithTheirNames() throws IOException {
    film();
    write("footage/holiday.mp4", "on the beach", WRITTEN);

    TakenIn taken = takeIn();

    assertThat(taken.names()).containsOnlyKeys(FILE);
    assertThat(taken.settled()).isZero();
    assertThat(taken.unreadable()).isEmpty();
    assertThat(store.ledger().recordings())
        .extracting(Recording::file)
        .containsExactlyInAnyOrder(FILE, "footage/holiday.mp4");
  }

  @Test
  void takeIn_finishedBefore_isSettledWhereItLay() throws IOException {
    film();
    takeIn();
    ends(FILM);
    assertThat(takeIn().settled()).isEqualTo(1);

    write("footage/7A/2026-11-16_0900 copy.mp4", "a film", WRITTEN);
    assertThat(takeIn().settled()).as("the copy is new").isEqualTo(1);
  }

  @Test
  void takeIn_movedFile_hasItsNewPlaceAlone() throws IOException {
    film();
    takeIn();
    String to = "footage/8B/2026-11-16_0900.mp4";
    school.folder("footage/8B");
    Files.move(folder.resolve(FILE), folder.resolve(to));

    takeIn();

    assertThat(store.places().of(FILM)).containsExactly(to);
  }

  @Test
  void takeIn_fileThatVanishesMeanwhile_isUnreadableAndTheOthersAreTaken() throws IOException {
    film();
    write("footage/7A/2026-11-16_1000.mp4", "another", WRITTEN);
    Scan scan = scan();
    Files.delete(folder.resolve(FILE));

    TakenIn taken = index.takeIn(scan);

    assertThat(taken.unreadable()).containsOnlyKeys(FILE);
    assertThat(taken.unreadable().get(FILE)).asString().contains("Cannot read " + FILE);
    assertThat(store.ledger().recordings())
        .extracting(Recording::file)
        .containsExactly("footage/7A/2026-11-16_1000.mp4");
  }

  @Test
  void takeIn_stopped_registersNothing() throws IOException {
    film();
    Scan scan = scan();
    Thread.currentThread().interrupt();

    TakenIn taken = index.takeIn(scan);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(taken.settled()).isZero();
    assertThat(store.ledger().recordings()).isEmpty();
  }

  @Test
  void reconsider_finishedRecording_isInspectedAgain() throws IOException {
    Path file = film();
    takeIn();
    ends(FILM);
    assertThat(store.ledger().uninspected()).isEmpty();

    index.reconsider(file);

    assertThat(store.ledger().uninspected()).extracting(Recording::sha256).containsExactly(FILM);
  }

  @Test
  void reconsider_fileNeverSeen_changesNothing() throws IOException {
    index.reconsider(film());

    assertThat(store.ledger().recordings()).isEqualTo(List.of());
  }
}
