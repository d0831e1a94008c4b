package org.rollcall.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.store.ledger.Recording;
import org.rollcall.testing.UsesProcesses;
import org.rollcall.testing.Waiting;

/** Many recordings, one service: it stays as small as it was, and leaves nothing behind. */
@UsesProcesses
class SoakTest {
  private static final int LESSONS = Chaos.amount(3, 200);
  private static final Duration PATIENCE = Duration.ofMinutes(Chaos.amount(5, 60));

  /** A Java process grows a little while it warms up. */
  private static final double FLAT = 1.15;

  @TempDir Path folder;

  @Test
  void serve_manyRecordings_staysSmallAndTidy() throws Exception {
    assumeThat(Path.of("/proc/self/status")).exists();
    SmallSchool school = new SmallSchool(folder);
    for (int i = 0; i < LESSONS; i++) {
      school.add();
    }
    Files.writeString(
        school.home().settingsFile(),
        "schedule:\n  nightly: '0/10 * * * * ?'\nweb:\n  port: 0\n",
        StandardOpenOption.APPEND);
    List<Long> megabytes = new ArrayList<>();

    Node node = Node.start(folder, "serve");
    Instant deadline = Instant.now().plus(PATIENCE);
    while (done(school) < LESSONS) {
      assertThat(Instant.now()).as(node.output()).isBefore(deadline);
      assertThat(node.alive()).as(node.output()).isTrue();
      Thread.sleep(1000);
      megabytes.add(resident(node.pid()));
    }
    Waiting.until(() -> zombies(node.pid()), List::isEmpty);
    node.stop();
    node.await(Duration.ofMinutes(1));

    long early = highest(megabytes.subList(0, megabytes.size() / 4 + 1));
    long late = highest(megabytes.subList(megabytes.size() * 3 / 4, megabytes.size()));
    System.out.printf(
        "%d recordings: the service took %d MB in the first quarter, %d MB in the last.%n",
        LESSONS, early, late);
    if (LESSONS > 10) {
      assertThat((double) late).isLessThan(FLAT * early);
    }
    assertThat(school.leftovers()).isEmpty();
    assertThat(school.home().work()).isEmptyDirectory();
  }

  private static long done(SmallSchool school) {
    return Files.exists(school.home().database())
        ? school.ledger().stream()
            .filter(one -> one.state() == Recording.RecordingState.DONE)
            .count()
        : 0;
  }

  private static long highest(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  private static long resident(long pid) throws IOException {
    return status(pid, "VmRSS:")
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0L);
  }

  private static List<Long> zombies(long parent) {
    return ProcessHandle.of(parent).stream()
        .flatMap(ProcessHandle::children)
        .map(ProcessHandle::pid)
        .filter(pid -> status(pid, "State:").anyMatch(line -> line.contains("Z")))
        .toList();
  }

  /** {@return a line of what Linux says of a process; nothing where it has ended} */
  private static Stream<String> status(long pid, String key) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith(key));
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
