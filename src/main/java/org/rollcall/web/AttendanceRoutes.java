package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.access.Principal;
import org.rollcall.config.Home;
import org.rollcall.lesson.Desk;
import org.rollcall.lesson.MediaKind;
import org.rollcall.lesson.RecordingDrop;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Register;
import org.rollcall.model.RollcallException;
import org.rollcall.store.AuditEntry.Action;
import org.rollcall.worker.Job;
import org.rollcall.worker.JobQueue;
import org.rollcall.worker.PhotoWorker;

/** Takes attendance now: a recording is sent from the browser, and worked on at once. */
final class AttendanceRoutes implements Routes {
  private static final String PATH = "/classes/{class}/attendance";
  private static final String RECORDING = "recording";
  private static final int MOST_PHOTOS = 60;

  private final Home home;
  private final ZoneId zone;
  private final Clock clock;
  private final Supplier<Desk> desk;
  private final RecordingDrop drop;
  private final JobQueue jobs;
  private final PhotoWorker photoWorker;
  private final Uploads uploads;
  private final Trail trail;
  private final Door door;
  private final Pages pages;

  /** What the routes work with. */
  record Parts(
      Home home,
      ZoneId zone,
      Clock clock,
      Supplier<Desk> desk,
      RecordingDrop drop,
      JobQueue jobs,
      PhotoWorker photoWorker,
      Uploads uploads,
      Trail trail) {}

  AttendanceRoutes(Parts parts, Door door, Pages pages) {
    this.home = parts.home;
    this.zone = parts.zone;
    this.clock = parts.clock;
    this.desk = parts.desk;
    this.drop = parts.drop;
    this.jobs = parts.jobs;
    this.photoWorker = parts.photoWorker;
    this.uploads = parts.uploads;
    this.trail = parts.trail;
    this.door = door;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig server) {
    door.get(server, PATH, correcting(this::show));
    door.post(server, PATH, correcting(this::take));
    door.get(server, PATH + "/{recording}", correcting(this::follow));
  }

  /** Whoever may only look takes no attendance. */
  private Door.Answer correcting(Door.Answer answer) {
    return (context, visitor) -> {
      String className = context.pathParam(Door.CLASS);
      boolean there = desk.get().classNames().contains(className);
      if (there && visitor.account().mayCorrect(className)) {
        answer.answer(context, visitor);
      } else {
        context.status(HttpStatus.NOT_FOUND);
      }
    };
  }

  private void show(Context context, Principal visitor) {
    String className = context.pathParam(Door.CLASS);
    LocalDateTime now =
        LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.MINUTES);
    pages.show(
        context,
        Optional.of(visitor),
        "attendance",
        Words.of(context).text("attendance.title", className),
        Map.of("className", className, "now", now, "most", Uploads.MOST_BYTES));
  }

  private void take(Context context, Principal visitor) {
    String className = context.pathParam(Door.CLASS);
    try (Uploads.Batch batch = uploads.take(context, RECORDING, Uploads.MOST_BYTES)) {
      Path taken = take(className, begin(context), batch.files());
      trail.note(context, visitor, Action.RECORDING_SENT, home.relative(taken));
      jobs.process(taken, className);
      context.redirect(
          address(className) + "/" + Addresses.encoded(taken.getFileName().toString()),
          HttpStatus.SEE_OTHER);
    }
  }

  private Path take(String className, LocalDateTime begin, List<Uploads.Upload> files) {
    List<Path> sent = files.stream().map(Uploads.Upload::file).toList();
    boolean photos = sent.stream().map(MediaKind::of).noneMatch(MediaKind::isVideo);
    if (!photos && sent.size() > 1) {
      throw new RollcallException("Send one video at a time, or photos alone.");
    }
    return photos ? takePhotos(className, begin, sent) : drop.take(className, begin, sent.get(0));
  }

  /** Lessons are made of videos: each photo is shown for a second, and is looked at once. */
  private Path takePhotos(String className, LocalDateTime begin, List<Path> photos) {
    if (photos.size() > MOST_PHOTOS) {
      throw new RollcallException(
          "These are %d photos; send %d at most.".formatted(photos.size(), MOST_PHOTOS));
    }
    Path film = photos.get(0).resolveSibling(photos.get(0).getFileName() + ".film");
    try {
      photoWorker.film(photos, film);
      return drop.take(className, begin, film);
    } finally {
      Uploads.delete(film);
    }
  }

  /** What a camera has just recorded says when it began; of other files, people say it. */
  private LocalDateTime begin(Context context) {
    String began = EnrolmentRoutes.text(context, "began");
    try {
      LocalDateTime begin =
          began.isEmpty()
              ? LocalDate.parse(EnrolmentRoutes.text(context, "day"))
                  .atTime(LocalTime.parse(EnrolmentRoutes.text(context, "start")))
              : LocalDateTime.ofInstant(Instant.ofEpochMilli(Long.parseLong(began)), zone);
      LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), zone);
      if (begin.isAfter(now.plusDays(1)) || begin.getYear() < 2000) {
        throw new RollcallException(
            "The recording cannot begin on %s. Check day and time.".formatted(begin));
      }
      return begin;
    } catch (DateTimeException | NumberFormatException e) {
      throw new RollcallException(
          "It is not clear when the recording begins. Give its day and time.", e);
    }
  }

  static String address(String className) {
    return Addresses.schoolClass(className) + "/attendance";
  }

  private void follow(Context context, Principal visitor) {
    String className = context.pathParam(Door.CLASS);
    String name = context.pathParam(RECORDING);
    String file = home.relative(home.footage().resolve(className).resolve(name).normalize());
    Optional<Job> job = jobs.job(file);
    if (job.isEmpty()) {
      context.redirect(Addresses.schoolClass(className), HttpStatus.SEE_OTHER);
      return;
    }
    Optional<LessonKey> lesson = lesson(job.get());
    if (lesson.isPresent()) {
      context.redirect(Addresses.lesson(lesson.get()), HttpStatus.SEE_OTHER);
      return;
    }
    pages.show(
        context,
        Optional.of(visitor),
        "progress",
        Words.of(context).text("attendance.title", className),
        Map.of("className", className, "job", job.get()));
  }

  private static Optional<LessonKey> lesson(Job job) {
    return job.reports().stream()
        .flatMap(report -> report.register().stream())
        .map(Register::lesson)
        .map(lesson -> lesson.key())
        .findFirst();
  }
}
