package org.rollcall.web;

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
import org.rollcall.lesson.Version;
import org.rollcall.lesson.Vitals;
import org.rollcall.model.Quality.Flaw;
import org.rollcall.model.Status;
import org.rollcall.store.Recording.State;
import org.rollcall.store.Standing;
import org.rollcall.store.Workload;

/**
 * The condition as metrics, by the conventions of Prometheus. They are made of what the store holds
 * when somebody asks: nothing is counted while Rollcall works. None has a label with a name of a
 * class or a student.
 */
final class Metrics {
  private static final double MILLIS_PER_SECOND = 1000;

  private final MetricSnapshots.Builder all = MetricSnapshots.builder();

  private Metrics() {}

  static MetricSnapshots of(Condition condition) {
    Metrics metrics = new Metrics();
    metrics.addService(condition);
    condition
        .vitals()
        .ifPresent(
            vitals -> {
              metrics.addRecordings(vitals, condition.at());
              metrics.addWork(vitals.work());
              metrics.addMarks(vitals.marks());
              metrics.addLastRun(vitals);
            });
    return metrics.all.build();
  }

  /** {@return a constant as a label has it} */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private void addService(Condition condition) {
    all.metricSnapshot(
        InfoSnapshot.builder()
            .name("rollcall_build")
            .help("Which Rollcall this is.")
            .dataPoint(
                InfoDataPointSnapshot.builder()
                    .labels(Labels.of("version", Version.current()))
                    .build())
            .build());
    gauge(
        "rollcall_alarms",
        "What a person should look at now; /health has it in words.",
        condition.troubles().size());
    gauge(
        "rollcall_database_up",
        "Whether the database can be read (1) or not (0).",
        condition.vitals().isPresent() ? 1 : 0);
    GaugeSnapshot.Builder free =
        GaugeSnapshot.builder()
            .name("rollcall_free_bytes")
            .help("Space that is free where the folder lies.");
    condition
        .freeBytes()
        .forEach((folder, bytes) -> free.dataPoint(point(bytes, Labels.of("folder", folder))));
    all.metricSnapshot(free.build());
  }

  private void addRecordings(Vitals vitals, Instant now) {
    GaugeSnapshot.Builder recordings =
        GaugeSnapshot.builder()
            .name("rollcall_recordings")
            .help("Recordings that were noticed so far, by where they stand.");
    for (State state : State.values()) {
      long count =
          vitals.standings().stream()
              .filter(standing -> standing.state() == state)
              .mapToLong(Standing::recordings)
              .sum();
      recordings.dataPoint(point((double) count, Labels.of("state", label(state))));
    }
    all.metricSnapshot(recordings.build());
    gauge(
        "rollcall_oldest_waiting_seconds",
        "How long the recording waits that has waited longest; 0 if none does.",
        vitals.standings().stream()
            .filter(standing -> standing.state() == State.WAITING)
            .mapToDouble(standing -> seconds(Duration.between(standing.longest(), now)))
            .max()
            .orElse(0));
  }

  private void addWork(Workload work) {
    counter(
        "rollcall_video_seconds", "Length of the video processed so far.", seconds(work.video()));
    counter(
        "rollcall_processing_seconds",
        "Time that this took; lessons that were worked on side by side add up.",
        seconds(work.work()));
    counter("rollcall_samples", "Frames that were looked at.", (double) work.samples());
    counter("rollcall_faces_detected", "Faces found in those frames.", (double) work.faces());
    counter("rollcall_faces_embedded", "Faces that were described.", (double) work.embedded());
    CounterSnapshot.Builder refused =
        CounterSnapshot.builder()
            .name("rollcall_faces_refused")
            .help("Faces that had no say in who they are, by what was worst about them.");
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
            .help("Marks of the lessons of the last seven days, corrections applied.");
    for (Status status : Status.values()) {
      byStatus.dataPoint(point(marks.getOrDefault(status, 0L), Labels.of("status", label(status))));
    }
    all.metricSnapshot(byStatus.build());
    double sum = marks.values().stream().mapToLong(Long::longValue).sum();
    if (sum > 0) {
      gauge(
          "rollcall_review_ratio",
          "Share of those marks that a person has to look at, 0 to 1.",
          marks.getOrDefault(Status.REVIEW, 0L) / sum);
    }
  }

  private void addLastRun(Vitals vitals) {
    vitals
        .lastRun()
        .ifPresent(
            begun ->
                gauge(
                    "rollcall_last_run_timestamp_seconds",
                    "When the last run that came to its end began, in Unix time.",
                    begun.toEpochMilli() / MILLIS_PER_SECOND));
    vitals
        .lastRunTook()
        .ifPresent(
            took ->
                gauge("rollcall_last_run_duration_seconds", "How long it took.", seconds(took)));
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
