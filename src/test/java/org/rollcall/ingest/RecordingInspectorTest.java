package org.rollcall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.home.Installation;
import org.rollcall.inbox.RecordingNames;
import org.rollcall.inbox.name.RecordingName;
import org.rollcall.model.LessonKey;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.ledger.Assignments;
import org.rollcall.store.ledger.Ledger;
import org.rollcall.store.ledger.Places;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.SchoolFolder;
import org.rollcall.video.RecordingFacts;

/** Recordings of 45 minutes each, of which nothing but the names tells anything. */
class RecordingInspectorTest {
  private static final String FILE = "footage/7A/2026-11-16_0900.mp4";
  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);

  @TempDir Path folder;
  private final List<String> read = new ArrayList<>();
  private SchoolFolder school;
  @AutoClose private Installation installation;
  private RecordingInspector inspector;
  private FactsReader reader = new ToldReader(() -> {});

  /** Does something, notes which recording it was asked about, and says how long it is. */
  private final class ToldReader implements FactsReader {
    private final Runnable work;

    ToldReader(Runnable work) {
      this.work = work;
    }

    @Override
    public Optional<RecordingFacts> read(Recording recording) {
      read.add(recording.file());
      work.run();
      return Optional.of(
          new RecordingFacts(Optional.of(Duration.ofMinutes(45)), Optional.empty(), true));
    }

    @Override
    public void close() {
      read.add("closed");
    }
  }

  @BeforeEach
  void open() {
    school = new SchoolFolder(folder);
    school.withClass("7A", "s1,Ada Birch");
    school.write("config/rollcall.yaml", "school.zone: UTC\n");
    EmptyDatabase.at(school.home().database());
    installation = Installation.open(school.home(), FakeClock.at("2026-11-17T01:00:00Z"));
    inspector = new RecordingInspector(installation);
  }

  private Ledger ledger() {
    return installation.store().ledger();
  }

  private void noticed(String sha256, String file) {
    school.write(file, "a film");
    ledger().add(sha256, file);
  }

  private Recording recording(String sha256) {
    return ledger().find(sha256).orElseThrow();
  }

  private List<String> lessons(String sha256) {
    return recording(sha256).lessons().stream().map(LessonKey::toString).toList();
  }

  private List<Recording> inspectNew() {
    return inspector.inspectNew(Map.of(), () -> reader);
  }

  @Test
  void inspectNew_nothingNew_opensNoReader() {
    assertThat(
            inspector.inspectNew(
                Map.of(),
                () -> {
                  throw new AssertionError("opened");
                }))
        .isEmpty();
  }

  @Test
  void inspectNew_severalRecordings_areReadByOneReaderWhichIsClosed() {
    noticed(A, FILE);
    noticed(B, "footage/7A/2026-11-16_1000.mp4");

    assertThat(inspectNew()).extracting(Recording::sha256).containsExactly(A, B);

    assertThat(read).containsExactly(FILE, "footage/7A/2026-11-16_1000.mp4", "closed");
    assertThat(lessons(A)).containsExactly("7A_2026-11-16_0900");
    assertThat(lessons(B)).containsExactly("7A_2026-11-16_1000");
  }

  @Test
  void inspectNew_stopped_readsNoOther() {
    noticed(A, FILE);
    noticed(B, "footage/7A/2026-11-16_1000.mp4");
    reader = new ToldReader(() -> Thread.currentThread().interrupt());

    inspectNew();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(read).containsExactly(FILE, "closed");
  }

  @Test
  void inspectNew_stoppedBefore_opensNoReader() {
    noticed(A, FILE);
    Thread.currentThread().interrupt();

    assertThat(inspectNew()).isEmpty();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(read).isEmpty();
  }

  @Test
  void inspectNew_nameReadBefore_countsMoreThanTheFile() {
    noticed(A, FILE);
    RecordingName known =
        new RecordingNames(installation.settings().inbox()).ofPath("7A/2026-11-12_0800.mp4");

    inspector.inspectNew(Map.of(FILE, known), () -> reader);

    assertThat(lessons(A)).containsExactly("7A_2026-11-12_0800");
  }

  @Test
  void inspect_lessonThatAPersonTold_countsMoreThanTheName() {
    noticed(A, FILE);
    installation
        .store()
        .assignments()
        .assign(A, new Assignments.Assigned("7A", LocalDateTime.parse("2026-11-13T11:00:00")));

    inspector.inspect(recording(A), reader);

    assertThat(lessons(A)).containsExactly("7A_2026-11-13_1100");
  }

  @Test
  void inspect_classThatAPersonTold_countsMoreThanTheName() {
    school.withClass("8B", "s1,Ada Birch");
    noticed(A, FILE);

    inspector.inspect(recording(A), "8B", reader);

    assertThat(lessons(A)).containsExactly("8B_2026-11-16_0900");
  }

  @Test
  void inspect_fileOutsideTheWatchedFolder_isReadByItsOwnName() {
    noticed(A, "elsewhere/8B/7A_2026-11-16_0900.mp4");

    inspector.inspect(recording(A), reader);

    assertThat(lessons(A)).containsExactly("7A_2026-11-16_0900");
  }

  @Test
  void inspect_nameThatTellsNothing_isNotReadAndFails() {
    noticed(A, "footage/holiday.mp4");

    inspector.inspect(recording(A), reader);

    assertThat(read).isEmpty();
    assertThat(recording(A).state()).isEqualTo(RecordingState.FAILED);
  }

  @Test
  void inspect_recordingThatCannotBeReadNow_waits() {
    noticed(A, FILE);
    reader =
        new ToldReader(
            () -> {
              throw new TemporaryFailure("The share is away.");
            });

    inspector.inspect(recording(A), reader);

    assertThat(recording(A).state()).isEqualTo(RecordingState.WAITING);
    assertThat(recording(A).reason()).get().hasToString("The share is away.");
  }

  @Test
  void inspect_onePlaceTellsNoLesson_keepsThatOfTheOther() {
    noticed(A, FILE);
    noticed(A, "footage/holiday.mp4");

    inspector.inspect(recording(A), reader);

    assertThat(lessons(A)).containsExactly("7A_2026-11-16_0900");
    assertThat(installation.store().places().copies())
        .singleElement()
        .satisfies(copy -> assertThat(copy.file()).isEqualTo("footage/holiday.mp4"))
        .satisfies(copy -> assertThat(copy.reason()).isPresent());
  }

  @Test
  void inspect_placeThatIsGone_doesNotCountBesideAnother() {
    ledger().add(A, "footage/7A/2026-11-12_0800.mp4");
    noticed(A, FILE);

    inspector.inspect(recording(A), reader);

    assertThat(lessons(A)).containsExactly("7A_2026-11-16_0900");
    assertThat(installation.store().places().copies())
        .extracting(Places.Copy::reason)
        .as("nothing is said of what is not there")
        .containsExactly(Optional.empty());
  }

  @Test
  void inspect_allPlacesGone_saysSoAndWaits() {
    ledger().add(A, FILE);

    inspector.inspect(recording(A), reader);

    assertThat(recording(A).state()).isEqualTo(RecordingState.WAITING);
    assertThat(recording(A).reason()).get().asString().contains("Cannot read " + FILE);
  }
}
