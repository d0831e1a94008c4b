package org.rollcall.web.classes;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.ingest.MediaKind;
import org.rollcall.ingest.RecordingDrop;
import org.rollcall.model.LessonKey;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.web.kit.Addresses;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.PageProblem;
import org.rollcall.web.kit.RouteGuard.Handler;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.Site;
import org.rollcall.web.kit.Uploads;
import org.rollcall.worker.Job;

/** Takes attendance at once, from a video or photos that a browser sends. */
final class AttendanceRoutes implements Routes {
  private static final String ATTENDANCE = "/classes/{class}/attendance";
  private static final String RECORDING = "recording";
  private static final int MOST_PHOTOS = 60;
  private static final int EARLIEST_YEAR = 2000;

  private final ClassArea area;
  private final Site site;
  private final RecordingDrop footage;

  AttendanceRoutes(ClassArea area) {
    this.area = area;
    this.site = area.site();
    this.footage = new RecordingDrop(site.home(), site.settings());
  }

  @Override
  public void addTo(Router router) {
    router
        .correctors()
        .get(ATTENDANCE, ofAClass(this::show))
        .upload(ATTENDANCE, ofAClass(this::take))
        .get(ATTENDANCE + "/{recording}", ofAClass(this::follow));
  }

  private Handler ofAClass(Handler handler) {
    return exchange -> {
      if (!area.history().exists(exchange.className())) {
        throw PageProblem.missing();
      }
      handler.handle(exchange);
    };
  }

  private void show(Exchange exchange) {
    exchange.show(
        "classes/attendance",
        title(exchange),
        Map.of(
            "className", exchange.className(),
            "now", now().truncatedTo(ChronoUnit.MINUTES),
            "most", Uploads.MOST_BYTES));
  }

  private static String title(Exchange exchange) {
    return exchange.words().text("attendance.title", exchange.className());
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(site.clock().instant(), site.zone());
  }

  private void take(Exchange exchange) {
    String className = exchange.className();
    try (Uploads.Batch batch = site.uploads().take(exchange, RECORDING, Uploads.MOST_BYTES)) {
      LocalDateTime start = start(exchange);
      Path recording = take(className, start, batch.files());
      site.audit().note(exchange, Action.RECORDING_SENT, site.home().relative(recording));
      site.service().jobs().process(recording, className);
      exchange.seeOther(
          Addresses.schoolClass(className)
              + "/attendance/"
              + Addresses.encoded(recording.getFileName().toString()));
    }
  }

  private Path take(String className, LocalDateTime start, List<Uploads.Upload> uploads) {
    List<Path> files = uploads.stream().map(Uploads.Upload::file).toList();
    if (files.stream().map(MediaKind::of).noneMatch(MediaKind::isVideo)) {
      return takePhotos(className, start, files);
    }
    if (files.size() > 1) {
      throw PageProblem.unusable("problem.onevideo");
    }
    return footage.take(className, start, files.get(0));
  }

  /** Lessons are made from videos, so photos become one that shows each of them for a second. */
  private Path takePhotos(String className, LocalDateTime start, List<Path> photos) {
    if (photos.size() > MOST_PHOTOS) {
      throw PageProblem.unusable("problem.manyphotos", photos.size(), MOST_PHOTOS);
    }
    Path video = photos.get(0).resolveSibling(photos.get(0).getFileName() + ".film");
    try {
      site.photos().film(photos, video);
      return footage.take(className, start, video);
    } finally {
      Uploads.delete(video);
    }
  }

  /** The camera of the page knows when it started; for other files, the user says so. */
  private LocalDateTime start(Exchange exchange) {
    LocalDateTime start = typedStart(exchange);
    if (start.isAfter(now().plusDays(1)) || start.getYear() < EARLIEST_YEAR) {
      throw PageProblem.unusable("problem.start", exchange.words().moment(start));
    }
    return start;
  }

  private LocalDateTime typedStart(Exchange exchange) {
    String began = exchange.field("began");
    try {
      return began.isEmpty()
          ? LocalDate.parse(exchange.field("day")).atTime(LocalTime.parse(exchange.field("start")))
          : LocalDateTime.ofInstant(Instant.ofEpochMilli(Long.parseLong(began)), site.zone());
    } catch (DateTimeException | NumberFormatException e) {
      throw PageProblem.unusable("problem.nostart");
    }
  }

  private void follow(Exchange exchange) {
    String className = exchange.className();
    Path folder = site.home().footage().resolve(className);
    Path recording = folder.resolve(exchange.parameter(RECORDING)).normalize();
    Optional<Job> job = site.service().jobs().job(site.home().relative(recording));
    Optional<LessonKey> lesson = job.flatMap(AttendanceRoutes::lesson);
    if (job.isEmpty()) {
      exchange.seeOther(Addresses.schoolClass(className));
    } else if (lesson.isPresent()) {
      exchange.seeOther(Addresses.lesson(lesson.get()));
    } else {
      exchange.show(
          "classes/progress", title(exchange), Map.of("className", className, "job", job.get()));
    }
  }

  private static Optional<LessonKey> lesson(Job job) {
    return job.reports().stream()
        .flatMap(report -> report.register().stream())
        .map(register -> register.lesson().key())
        .findFirst();
  }
}
