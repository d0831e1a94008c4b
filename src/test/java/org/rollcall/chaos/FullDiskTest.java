package org.rollcall.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.sheet.Sheets;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.testing.UsesProcesses;
import org.rollcall.testing.Waiting;

/**
 * The disk is filled while a lesson is processed, up to a rest that differs, so that now one write
 * fails, now another. When there is room again, the next run brings everything to its end.
 */
@UsesProcesses
class FullDiskTest {
  private static final int DISK_MEGABYTES = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Set<RecordingState> AT_WORK =
      EnumSet.of(RecordingState.CLAIMED, RecordingState.RUNNING);
  private static final String STUDENT = "S1001";

  @TempDir Path mountPoint;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "m", "tmpfs", "" + mountPoint);
    if (!mounted) {
      System.err.println("SKIPPED: a disk to be filled can only be made by root.");
    }
    assumeThat(mounted).isTrue();
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      run("umount", "-l", mountPoint.toString());
    }
  }

  /** {@return how many kilobytes are left free} */
  static List<Integer> rests() {
    List<Integer> all = List.of(0, 256, 8, 32, 64, 128, 512, 1024, 2048, 4096);
    return all.subList(0, Chaos.amount(2, all.size()));
  }

  @ParameterizedTest
  @MethodSource("rests")
  void run_discFilledMeanwhile_endsWhenThereIsRoom(int rest) throws Exception {
    SmallSchool school = new SmallSchool(mountPoint);
    school.add();
    assertThat(Node.start(mountPoint, "run").await(PATIENCE)).isZero();
    Path sheet = school.sheets().get(0);
    Sheets.correct(sheet, STUDENT, "Late");
    school.add();

    Node node = Node.start(mountPoint, "process", school.recordings().get(0).toString());
    awaitWork(school, node);
    Path ballast = fill(rest);
    node.await(PATIENCE);
    Files.delete(ballast);

    Node again = Node.start(mountPoint, "run");
    assertThat(again.await(PATIENCE)).as(again.output()).isZero();
    assertThat(school.ledger())
        .hasSize(2)
        .allMatch(recording -> recording.state() == RecordingState.DONE, "is done");
    assertThat(Sheets.correction(sheet, STUDENT)).isEqualTo("Late");
    assertThat(school.sheets()).allMatch(Files::isRegularFile);
    assertThat(school.leftovers()).isEmpty();
    school.assertDatabaseIsSound();
  }

  private static void awaitWork(SmallSchool school, Node node) throws Exception {
    Waiting.until(
        school::ledger,
        recordings ->
            !node.alive() || recordings.stream().anyMatch(one -> AT_WORK.contains(one.state())));
  }

  private Path fill(int rest) throws IOException {
    Path ballast = mountPoint.resolve("ballast");
    byte[] kilobyte = new byte[1024];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (Files.getFileStore(mountPoint).getUsableSpace() > rest * 1024L) {
        out.write(kilobyte);
      }
    } catch (IOException e) {
      // As full as can be.
    }
    return ballast;
  }

  private static boolean run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }
}
