package org.rollcall.web.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.desk.WorkStatistics;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Status;
import org.rollcall.model.picture.Quality.Flaw;
import org.rollcall.store.ledger.PendingSheets;
import org.rollcall.store.ledger.ProcessingStatistics;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.store.ledger.StateCount;
import org.rollcall.web.kit.ServiceHealth;

class MetricsTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final Instant NOW = Instant.parse("2026-11-17T02:00:00Z");
  private static final WorkStatistics WORK =
      new WorkStatistics(
          List.of(
              new StateCount(RecordingState.WAITING, 3, NOW.minusSeconds(90)),
              new StateCount(RecordingState.DONE, 40, NOW.minusSeconds(900_000))),
          new ProcessingStatistics(
              Duration.ofMinutes(45), Duration.ofMillis(61_500), 2700, 60_000, 800, refused()),
          Map.of(Status.PRESENT, 27L, Status.REVIEW, 9L),
          Optional.of(NOW.minusSeconds(3600)),
          Optional.of(Duration.ofMinutes(50)),
          List.of(
              new PendingSheets.Pending(
                  LESSON, Message.english("It is open."), NOW.minusSeconds(60))),
          List.of(),
          List.of());

  private static Map<Flaw, Long> refused() {
    return Map.of(Flaw.SMALL, 7L);
  }

  @Test
  void of_allIsKnown_hasEveryNumber() {
    assertThat(
            text(
                new ServiceHealth(
                    NOW, Optional.of(WORK), List.of(), List.of(), Map.of("output", 5L))))
        .contains(
            "rollcall_build_info{version=\"development\"} 1\n",
            "rollcall_alarms 0.0\n",
            "rollcall_database_up 1.0\n",
            "rollcall_free_bytes{folder=\"output\"} 5.0\n",
            "rollcall_recordings{state=\"waiting\"} 3.0\n",
            "rollcall_recordings{state=\"done\"} 40.0\n",
            "rollcall_recordings{state=\"set_aside\"} 0.0\n",
            "rollcall_oldest_waiting_seconds 90.0\n",
            "rollcall_sheets_waiting 1.0\n",
            "rollcall_sheets_oldest_waiting_seconds 60.0\n",
            "rollcall_video_seconds_total 2700.0\n",
            "rollcall_processing_seconds_total 61.5\n",
            "rollcall_samples_total 2700.0\n",
            "rollcall_faces_detected_total 60000.0\n",
            "rollcall_faces_embedded_total 800.0\n",
            "rollcall_faces_refused_total{reason=\"small\"} 7.0\n",
            "rollcall_faces_refused_total{reason=\"poorly_lit\"} 0.0\n",
            "rollcall_marks{status=\"review\"} 9.0\n",
            "rollcall_marks{status=\"absent\"} 0.0\n",
            "rollcall_review_ratio 0.25\n",
            "rollcall_last_run_timestamp_seconds 1.7948772E9\n",
            "rollcall_last_run_duration_seconds 3000.0\n");
  }

  @Test
  void of_allIsKnown_explainsEveryMetric() {
    String text =
        text(new ServiceHealth(NOW, Optional.of(WORK), List.of(), List.of(), Map.of("output", 5L)));

    long metrics = text.lines().filter(line -> line.startsWith("# TYPE")).count();
    assertThat(text.lines().filter(line -> line.startsWith("# HELP rollcall_")))
        .hasSize((int) metrics);
  }

  @Test
  void of_allIsKnown_hasNoMetricThatIsNotDocumented() throws IOException {
    String text =
        text(new ServiceHealth(NOW, Optional.of(WORK), List.of(), List.of(), Map.of("output", 5L)));
    String documented = Files.readString(Path.of("src/docs/formats.md"));

    assertThat(text.lines().filter(line -> line.startsWith("rollcall_")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(documented).contains("`" + line.split("[{ ]", -1)[0]));
  }

  @Test
  void of_databaseAway_tellsThatAndNothingMadeUp() {
    assertThat(
            text(
                new ServiceHealth(
                    NOW,
                    Optional.empty(),
                    List.of(Message.english("It is locked.")),
                    List.of(),
                    Map.of())))
        .contains("rollcall_database_up 0.0", "rollcall_alarms 1.0")
        .doesNotContain("rollcall_recordings", "rollcall_video", "rollcall_marks");
  }

  @Test
  void of_nothingProcessedYet_hasNoShareAndNoLastRun() {
    WorkStatistics none =
        new WorkStatistics(
            List.of(),
            ProcessingStatistics.NONE,
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of());

    assertThat(text(new ServiceHealth(NOW, Optional.of(none), List.of(), List.of(), Map.of())))
        .contains(
            "rollcall_recordings{state=\"waiting\"} 0.0", "rollcall_oldest_waiting_seconds 0.0")
        .doesNotContain("rollcall_review_ratio", "rollcall_last_run");
  }

  private static String text(ServiceHealth health) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(out, Metrics.of(health));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(UTF_8);
  }
}
