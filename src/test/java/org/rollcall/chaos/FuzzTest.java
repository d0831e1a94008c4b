package org.rollcall.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.testing.UsesProcesses;
import org.rollcall.video.FfmpegFrames;

/**
 * Recordings cut off somewhere, or with bits that fell over. Each comes to an end with a reason,
 * and the run goes on.
 */
@UsesProcesses
class FuzzTest {
  private static final int CUTS = Chaos.amount(2, 20);
  private static final int FLIPS = Chaos.amount(3, 100);
  private static final int BITS_AT_ONCE = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(Chaos.amount(8, 120));
  private static final List<String> CLIPS =
      List.of(
          "irregular.mkv", "raw.h264", "open-groups-h265.mp4", "combed.mp4", "closed-groups.mp4");

  @TempDir Path folder;
  private final Random random = new Random(11);

  /** Their contents: of some clips, the first byte is the same. */
  private final Set<ByteBuffer> broken = new HashSet<>();

  private LocalDate day = LocalDate.of(2020, 1, 1);

  @Test
  void run_brokenRecordings_bringsEachToAnEnd() throws Exception {
    SmallSchool school = new SmallSchool(folder);
    for (String clip : CLIPS.subList(0, Chaos.amount(2, CLIPS.size()))) {
      breakUp(school, clip);
    }
    school.add();

    Node node = Node.start(school.home().root(), "run");
    node.await(PATIENCE);

    List<Recording> ended = school.ledger();
    Map<RecordingState, Integer> counts = new TreeMap<>();
    ended.forEach(recording -> counts.merge(recording.state(), 1, Integer::sum));
    System.out.println("Of " + broken.size() + " broken recordings and a good one: " + counts);
    assertThat(ended).hasSize(broken.size() + 1).allMatch(recording -> recording.state().ended());
    assertThat(ended)
        .filteredOn(recording -> recording.state() != RecordingState.DONE)
        .allMatch(recording -> !recording.reason().isEmpty(), "has a reason");
    assertThat(school.sheets()).allMatch(Files::isRegularFile);
  }

  private void breakUp(SmallSchool school, String clip) throws IOException {
    byte[] whole = read(clip);
    for (int cut = 0; cut < CUTS; cut++) {
      write(school, clip, Arrays.copyOf(whole, whole.length * cut / CUTS + 1));
    }
    for (int flip = 0; flip < FLIPS; flip++) {
      byte[] flipped = whole.clone();
      for (int bit = 0; bit < BITS_AT_ONCE; bit++) {
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      }
      write(school, clip, flipped);
    }
  }

  private void write(SmallSchool school, String clip, byte[] content) throws IOException {
    String extension = clip.substring(clip.lastIndexOf('.'));
    day = day.plusDays(1);
    Path file = school.home().footage().resolve("7A/%s_0900%s".formatted(day, extension));
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    broken.add(ByteBuffer.wrap(content));
  }

  private static byte[] read(String clip) throws IOException {
    try (InputStream in = FfmpegFrames.class.getResourceAsStream(clip)) {
      return in.readAllBytes();
    }
  }
}
