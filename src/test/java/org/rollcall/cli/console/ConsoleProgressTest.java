package org.rollcall.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rollcall.testing.FakeClock;

class ConsoleProgressTest {
  private static final Duration LENGTH = Duration.ofMinutes(10);

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(written, true, UTF_8);
  private final FakeClock clock = new FakeClock(Instant.EPOCH);

  @Test
  void noTerminal_longRecording_writesALineForEveryTenth() {
    ConsoleProgress progress = progress(false);
    progress.start("a.mp4");
    for (int second = 0; second <= 600; second++) {
      clock.pass(Duration.ofMillis(100));
      progress.recording(Duration.ofSeconds(second), LENGTH);
    }
    progress.end();

    assertThat(text().lines()).hasSize(10);
    assertThat(text()).startsWith("a.mp4: 1:00 of 10:00, 10.0x, 0:54 left\n").doesNotContain("\r");
  }

  @Test
  void noTerminal_slowRecording_writesALineEveryHalfMinute() {
    ConsoleProgress progress = progress(false);
    progress.start("a.mp4");
    for (int second = 0; second <= 10; second++) {
      progress.recording(Duration.ofSeconds(second), LENGTH);
      clock.pass(Duration.ofSeconds(10));
    }

    assertThat(text().lines()).hasSize(3);
  }

  @Test
  void noTerminal_quickWork_writesNothing() {
    ConsoleProgress progress = progress(false);
    progress.start("7A");
    for (int photo = 1; photo <= 40; photo++) {
      clock.pass(Duration.ofMillis(50));
      progress.items(photo, 40);
    }
    progress.end();

    assertThat(text()).isEmpty();
  }

  @Test
  void noTerminal_unknownLength_writesThePositionAlone() {
    ConsoleProgress progress = progress(false);
    progress.start("a.mp4");
    progress.recording(Duration.ZERO, Duration.ZERO);
    clock.pass(Duration.ofSeconds(30));
    progress.recording(Duration.ofSeconds(75), Duration.ZERO);

    assertThat(text()).isEqualTo("a.mp4: 1:15, 2.5x\n");
  }

  @Test
  void terminal_bar_isGoneAtTheEnd() {
    ConsoleProgress progress = progress(true);
    progress.start("7A");
    progress.items(3, 40);
    progress.end();

    assertThat(text()).contains("\r").doesNotContain("\n");
    assertThat(text().substring(text().lastIndexOf('\r'))).isEqualTo("\r");
    assertThat(text()).endsWith("\r" + " ".repeat(79) + "\r");
  }

  @Test
  void terminal_quickWork_isDrawnFourTimesASecond() {
    ConsoleProgress progress = progress(true);
    progress.start("7A");
    for (int photo = 0; photo < 40; photo++) {
      progress.items(photo, 40);
      clock.pass(Duration.ofMillis(50));
    }

    assertThat(text().split("\r"))
        .hasSize(1 + 8)
        .allMatch(line -> line.isEmpty() || line.length() == 79);
    assertThat(text()).contains("\r7A [                        ] 0 of 40 photos ");
    assertThat(text()).contains("\r7A [=====================   ] 35 of 40 photos ");
  }

  @Test
  void terminal_slowRecording_saysHowLongItWillTake() {
    ConsoleProgress progress = progress(true);
    progress.start("a.mp4");
    progress.recording(Duration.ZERO, LENGTH);
    clock.pass(Duration.ofSeconds(10));
    progress.recording(Duration.ofSeconds(100), LENGTH);

    assertThat(text())
        .contains("\ra.mp4 [====                    ] 1:40 of 10:00, 10.0x, 0:50 left ");
  }

  @Test
  void terminal_narrow_cutsTheWords() {
    ConsoleProgress progress = new ConsoleProgress(new Console(stream, stream, true, 10), clock);
    progress.start("a.mp4");
    progress.items(3, 40);

    assertThat(text()).isEqualTo("\r3 of 40 p");
  }

  @Test
  void bar_wideWindow_hasNameBarAndWords() {
    assertThat(BarMeter.line("a.mp4", "1 of 4", 0.25, 27)).isEqualTo("a.mp4 [===         ] 1 of 4");
  }

  @Test
  void bar_narrowWindow_losesTheName() {
    assertThat(BarMeter.line("a-long-name.mp4", "1 of 4", 0.5, 24))
        .isEqualTo("[=======       ] 1 of 4");
  }

  @Test
  void bar_tinyWindow_hasTheWordsAlone() {
    assertThat(BarMeter.line("a.mp4", "1 of 4", 0.5, 12)).isEqualTo("1 of 4");
  }

  private ConsoleProgress progress(boolean terminal) {
    return new ConsoleProgress(new Console(stream, stream, terminal, 80), clock);
  }

  private String text() {
    return written.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }
}
