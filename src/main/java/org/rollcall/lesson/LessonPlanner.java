package org.rollcall.lesson;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.config.Timetable;
import org.rollcall.config.Timetable.Occurrence;
import org.rollcall.inbox.RecordingName;
import org.rollcall.model.LessonKey;
import org.rollcall.model.TemporaryFailure;

/**
 * Tells which lessons a recording shows, by its name, its own account of its time, and the
 * timetable:
 *
 * <ol>
 *   <li>when it begins,
 *   <li>which class it shows, or at least which room,
 *   <li>which lessons of that class or room it overlaps,
 *   <li>where it is cut, if there are several: in the middle of the gaps between them.
 * </ol>
 *
 * <p>A recording of unknown length shows the one lesson at its begin; it can be planned again when
 * its length is known. Roster folders and timetable are read anew for each plan, so that what is
 * mended holds at once.
 */
final class LessonPlanner {
  private final Home home;
  private final ZoneId zone;
  private final Clock clock;

  LessonPlanner(Home home, Settings settings, Clock clock) {
    this.home = home;
    this.zone = settings.school().clockZone();
    this.clock = clock;
  }

  /**
   * Plans a recording.
   *
   * @throws TemporaryFailure if the class cannot be told, which mending the timetable heals
   * @throws org.rollcall.model.RollcallException if nothing tells when the recording begins
   */
  Plan plan(RecordingName name, Timing timing) {
    RecordingBegin begin = new RecordingBegin.Reader(zone, clock).read(name.begin(), timing);
    Span span = new Span(begin.time(), timing.length());
    Optional<String> className = className(name);
    LessonChoice choice = LessonChoice.among(lessons(name, className, span));
    choice.requireOneClassAtATime(room(name));
    List<String> remarks = Stream.concat(begin.remarks().stream(), choice.remarks()).toList();
    return new Plan(
        begin.time(),
        begin.source(),
        name.camera(),
        name.part(),
        choice.chosen().isEmpty()
            ? List.of(withoutSlot(className, name, span))
            : stretches(choice.chosen()),
        remarks);
  }

  /** The name of the class as its folder has it, so that all recordings of it meet. */
  private Optional<String> className(RecordingName name) {
    return name.className()
        .map(stated -> known(stated).orElse(stated))
        .or(() -> name.place().flatMap(this::known));
  }

  private Optional<String> known(String className) {
    List<String> classes = home.classNames();
    return classes.contains(className)
        ? Optional.of(className)
        : classes.stream().filter(className::equalsIgnoreCase).findFirst();
  }

  private static String room(RecordingName name) {
    return name.room().or(name::place).orElse("");
  }

  private List<TimedLesson> lessons(RecordingName name, Optional<String> className, Span span) {
    LocalDate first = span.begin().toLocalDate();
    LocalDate last = span.lastDay().plusDays(1);
    Timetable timetable = Timetable.read(home);
    List<Occurrence> found =
        className.isPresent()
            ? timetable.ofClass(className.get(), first, last)
            : timetable.inRoom(room(name), first, last);
    return found.stream()
        .map(lesson -> new Occurrence(className.orElse(spelled(lesson)), lesson.slot()))
        .distinct()
        .map(lesson -> TimedLesson.of(lesson, span, zone))
        .toList();
  }

  private String spelled(Occurrence lesson) {
    return known(lesson.className()).orElse(lesson.className());
  }

  private static Stretch withoutSlot(Optional<String> className, RecordingName name, Span span) {
    LocalDateTime begin = span.begin().toLocalDateTime();
    String known = className.orElseThrow(() -> noLesson(room(name), begin));
    return new Stretch(
        new LessonKey(known, begin.toLocalDate(), begin.toLocalTime()),
        Optional.empty(),
        Duration.ZERO,
        Optional.empty());
  }

  private static TemporaryFailure noLesson(String room, LocalDateTime begin) {
    return new TemporaryFailure(
        ("Cannot tell the class: '%s' is no class with a folder, and the timetable has no lesson in"
                + " a room of that name at %s. Enter the lesson into the timetable.")
            .formatted(room, begin.truncatedTo(ChronoUnit.MINUTES)));
  }

  /** Cuts between lessons, so that nothing is lost and nothing counted twice. */
  private static List<Stretch> stretches(List<TimedLesson> lessons) {
    List<Stretch> stretches = new ArrayList<>();
    Duration from = Duration.ZERO;
    for (int i = 0; i < lessons.size(); i++) {
      TimedLesson lesson = lessons.get(i);
      boolean last = i == lessons.size() - 1;
      Optional<Duration> to =
          last ? Optional.empty() : Optional.of(lesson.cutBefore(lessons.get(i + 1)));
      stretches.add(new Stretch(lesson.key(), Optional.of(lesson.slot()), from, to));
      from = to.orElse(from);
    }
    return stretches;
  }
}
