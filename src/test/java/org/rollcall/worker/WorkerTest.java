package org.rollcall.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.enrol.CaptureHint;
import org.rollcall.home.Installation;
import org.rollcall.model.LessonKey;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.store.ledger.Claim;
import org.rollcall.testing.UsesNatives;
import org.rollcall.video.RecordingFacts;

/** The loop of a worker, within the process of the test and without any network. */
@Timeout(60)
class WorkerTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  @TempDir Path root;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger orphaned = new AtomicInteger();
  private PipedOutputStream parent;
  private Thread thread;
  private Worker worker;

  @BeforeEach
  void serve() throws IOException {
    parent = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(parent);
    worker = worker(() -> {});
    thread = new Thread(() -> worker.serve(in));
    thread.start();
  }

  private Worker worker(Runnable whileOpening) {
    return new Worker(
        () -> {
          opened.incrementAndGet();
          whileOpening.run();
          return Installation.open(Home.of(root), Clock.systemUTC());
        },
        new PrintStream(said, true, UTF_8),
        about -> {},
        orphaned::incrementAndGet);
  }

  @AfterEach
  void end() throws Exception {
    parent.close();
    thread.join();
    worker.close();
  }

  private void ask(Request request) throws IOException {
    request.writeTo(new DataOutputStream(parent));
  }

  private List<String> signals() {
    return said.toString(UTF_8).lines().toList();
  }

  private void await(int count) throws InterruptedException {
    while (signals().size() < count) {
      Thread.sleep(10);
    }
  }

  @Test
  @UsesNatives
  void serve_fileThatIsNoRecording_givesUpForGood() throws Exception {
    ask(Request.facts(Files.writeString(root.resolve("a.mp4"), "no video")));
    await(1);

    assertThat(signals().get(0)).startsWith("#rollcall failed [\"RECORDING_UNREADABLE\"");
    assertThat(opened).as("nothing of the installation is needed").hasValue(0);
  }

  @Test
  void serve_claimThatDoesNotHold_isLeftAlone() throws Exception {
    Claim lost = new Claim(LESSON, "token", List.of());

    ask(Request.lesson(lost));
    ask(Request.lesson(lost));
    await(2);

    assertThat(signals()).containsExactly("#rollcall done ", "#rollcall done ");
    assertThat(opened).as("opened for the first request alone").hasValue(1);
  }

  @Test
  void serve_parentHasNothingMoreToAsk_returns() throws Exception {
    ask(Request.facts(root.resolve("a.mp4")));
    await(1);

    parent.close();
    thread.join();

    assertThat(orphaned).hasValue(0);
  }

  @Test
  void serve_parentDiesMeanwhile_isOrphaned() throws Exception {
    PipedOutputStream dying = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(dying);
    try (Worker busy = worker(this::awaitOrphaned)) {
      Thread working = new Thread(() -> busy.serve(in));
      working.start();
      Request.lesson(new Claim(LESSON, "token", List.of())).writeTo(new DataOutputStream(dying));
      dying.close();
      working.join();
    }

    assertThat(orphaned).hasValue(1);
  }

  private void awaitOrphaned() {
    while (orphaned.get() == 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void serve_cannotOpenTheInstallation_saysWhy() throws Exception {
    PipedOutputStream asking = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(asking);
    try (Worker broken =
        worker(
            () -> {
              throw new TemporaryFailure("The database is away.");
            })) {
      Thread working = new Thread(() -> broken.serve(in));
      working.start();
      Request.enrol("7A").writeTo(new DataOutputStream(asking));
      await(1);
      asking.close();
      working.join();
    }

    assertThat(signals()).containsExactly("#rollcall postponed \"The database is away.\"");
  }

  @Test
  void answers_facts_comeBackAsTheyWere() {
    RecordingFacts all =
        new RecordingFacts(
            Optional.of(Duration.ofNanos(2_700_040_000_001L)),
            Optional.of(Instant.parse("2026-11-16T08:00:00.123456Z")),
            true);
    RecordingFacts nothing = new RecordingFacts(Optional.empty(), Optional.empty(), false);

    assertThat(Answers.facts(Answers.of(all))).isEqualTo(all);
    assertThat(Answers.facts(Answers.of(nothing))).isEqualTo(nothing);
  }

  @Test
  void answers_hint_comesBackAsItWas() {
    CaptureHint hint = new CaptureHint(CaptureHint.Hint.LOOK_HERE, CaptureHint.Turn.LEFT, 0.25f);

    assertThat(Answers.hint(Answers.of(hint))).isEqualTo(hint);
  }
}
