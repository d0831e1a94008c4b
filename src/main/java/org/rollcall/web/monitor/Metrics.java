package org.rollcall.web.monitor;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.rollcall.desk.WorkStatistics;
import org.rollcall.home.Version;
import org.rollcall.model.Status;
import org.rollcall.model.picture.Quality.Flaw;
import org.rollcall.store.ledger.ProcessingStatistics;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.store.ledger.StateCount;
import org.rollcall.web.kit.ServiceHealth;

/**
 * The health of the service as metrics, by the conventions of Prometheus. They are read from the
 * store on request: nothing is counted while Rollcall works. No label names a class or a student.
 */
final class Metrics {
  private static final double MILLIS_PER_SECOND = 1000;

  private final MetricSnapshots.Builder all = MetricSnapshots.builder();

  private Metrics() {}

  static MetricSnapshots of(ServiceHealth health) {
    Metrics metrics = new Metrics();
    metrics.addService(health);
    health
        .work()
        .ifPresent(
            work -> {
              metrics.addRecordings(work, health.at());
              metrics.addSheets(work, health.at());
              metrics.addWork(work.work());
              metrics.addMarks(work.marks());
              metrics.addLastRun(work);
            });
    return metrics.all.build();
  }

  /** {@return a constant as a label holds it} */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private void addService(ServiceHealth health) {
    all.metricSnapshot(
        InfoSnapshot.builder()
            .name("rollcall_build")
            .help("Version of Rollcall.")
            .dataPoint(
                InfoDataPointSnapshot.builder()
                    .labels(Labels.of("version", Version.current()))
                    .build())
            .build());
    gauge(
        "rollcall_alarms",
        "Number of things that need attention; /health lists them.",
        health.troubles().size());
    gauge(
        "rollcall_database_up",
        "Whether the database can be read (1) or not (0).",
        health.work().isPresent() ? 1 : 0);
    GaugeSnapshot.Builder free =
        GaugeSnapshot.builder()
            .name("rollcall_free_bytes")
            .help("Free space on the disk of the folder, in bytes.");
    health
        .freeBytes()
        .forEach((folder, bytes) -> free.dataPoint(point(bytes, Labels.of("folder", folder))));
    all.metricSnapshot(free.build());
  }

  private void addRecordings(WorkStatistics work, Instant now) {
    GaugeSnapshot.Builder recordings =
        GaugeSnapshot.builder()
            .name("rollcall_recordings")
            .help("Recordings noticed so far, by their state.");
    for (RecordingState state : RecordingState.values()) {
      long count =
          work.recordings().stream()
              .filter(known -> known.state() == state)
              .mapToLong(StateCount::recordings)
              .sum();
      recordings.dataPoint(point((double) count, Labels.of("state", label(state))));
    }
    all.metricSnapshot(recordings.build());
    gauge(
        "rollcall_oldest_waiting_seconds",
        "How long the oldest waiting recording has been waiting; 0 if there is none.",
        work.recordings().stream()
            .filter(count -> count.state() == RecordingState.WAITING)
            .mapToDouble(count -> seconds(Duration.between(count.longest(), now)))
            .max()
            .orElse(0));
  }

  private void addSheets(WorkStatistics work, Instant now) {
    gauge(
        "rollcall_sheets_waiting",
        "Sheets that could not be written yet.",
        work.pendingSheets().size());
    gauge(
        "rollcall_sheets_oldest_waiting_seconds",
        "How long the oldest of them has been waiting; 0 if there is none.",
        work.pendingSheets().stream()
            .mapToDouble(sheet -> seconds(Duration.between(sheet.since(), now)))
            .max()
            .orElse(0));
  }

  private void addWork(ProcessingStatistics work) {
    counter(
        "rollcall_video_seconds", "Length of all video processed so far.", seconds(work.video()));
    counter(
        "rollcall_processing_seconds",
        "Time spent processing it, summed over lessons processed in parallel.",
        seconds(work.work()));
    counter("rollcall_samples", "Frames sampled so far.", (double) work.samples());
    counter("rollcall_faces_detected", "Faces detected in those frames.", (double) work.faces());
    counter("rollcall_faces_embedded", "Faces embedded so far.", (double) work.embedded());
    CounterSnapshot.Builder refused =
        CounterSnapshot.builder()
            .name("rollcall_faces_refused")
            .help("Faces not used for recognition, by their worst flaw.");
    for (Flaw flaw : Flaw.values()) {
      double faces = work.refused().getOrDefault(flaw, 0L);
      refused.dataPoint(
          CounterDataPointSnapshot.builder()
              .value(faces)
              .labels(Labels.of("reason", label(flaw)))
              .build());
    }
    all.metricSnapshot(refused.build());
  }

  private void addMarks(Map<Status, Long> marks) {
    GaugeSnapshot.Builder byStatus =
        GaugeSnapshot.builder()
            .name("rollcall_marks")
            .help("Marks in lessons of the last seven days, with corrections applied.");
    for (Status status : Status.values()) {
      byStatus.dataPoint(point(marks.getOrDefault(status, 0L), Labels.of("status", label(status))));
    }
    all.metricSnapshot(byStatus.build());
    double sum = marks.values().stream().mapToLong(Long::longValue).sum();
    if (sum > 0) {
      gauge(
          "rollcall_review_ratio",
          "Share of those marks that are in Review, 0 to 1.",
          marks.getOrDefault(Status.REVIEW, 0L) / sum);
    }
  }

  private void addLastRun(WorkStatistics work) {
    work.lastRun()
        .ifPresent(
            start ->
                gauge(
                    "rollcall_last_run_timestamp_seconds",
                    "Start of the last complete run, in Unix time.",
                    start.toEpochMilli() / MILLIS_PER_SECOND));
    work.lastRunTook()
        .ifPresent(
            took ->
                gauge(
                    "rollcall_last_run_duration_seconds", "Duration of that run.", seconds(took)));
  }

  private void gauge(String name, String help, double value) {
    all.metricSnapshot(
        GaugeSnapshot.builder()
            .name(name)
            .help(help)
            .dataPoint(point(value, Labels.EMPTY))
            .build());
  }

  private void counter(String name, String help, double value) {
    all.metricSnapshot(
        CounterSnapshot.builder()
            .name(name)
            .help(help)
            .dataPoint(CounterDataPointSnapshot.builder().value(value).build())
            .build());
  }

  private static GaugeDataPointSnapshot point(double value, Labels labels) {
    return GaugeDataPointSnapshot.builder().value(value).labels(labels).build();
  }

  private static double seconds(Duration time) {
    return time.toMillis() / MILLIS_PER_SECOND;
  }
}
