package org.rollcall.school;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.rollcall.basics.Extremes;
import org.rollcall.basics.LookAlike;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;

/**
 * The weekly timetable of all classes, with rooms: {@code config/timetable.csv}.
 *
 * @param entries the weekly lessons
 */
public record Timetable(List<Period> entries) {
  /** How long before a lesson its recording may start. */
  private static final Duration EARLIEST_BEFORE = Duration.ofMinutes(15);

  /**
   * A weekly lesson.
   *
   * @param className name of the class
   * @param weekday day of the week
   * @param start wall-clock start
   * @param end wall-clock end, on the same day
   * @param room name of the room or its camera, if the timetable gives one
   */
  public record Period(
      String className, DayOfWeek weekday, LocalTime start, LocalTime end, Optional<String> room) {
    public Period {
      if (!start.isBefore(end)) {
        throw new IllegalArgumentException(
            "start must be before end, got %s to %s".formatted(start, end));
      }
    }

    private boolean isIn(String name) {
      return room.filter(own -> LookAlike.isAlike(own, name)).isPresent();
    }

    private Optional<Occurrence> on(LocalDate day) {
      return weekday == day.getDayOfWeek()
          ? Optional.of(
              new Occurrence(className, new Lesson.Slot(day.atTime(start), day.atTime(end))))
          : Optional.empty();
    }

    private boolean belongsTo(LocalDateTime recordingStart) {
      LocalDateTime earliest = startOn(recordingStart).minus(EARLIEST_BEFORE);
      return weekday == recordingStart.getDayOfWeek()
          && !recordingStart.isBefore(earliest)
          && recordingStart.isBefore(end(recordingStart));
    }

    private LocalDateTime startOn(LocalDateTime day) {
      return day.toLocalDate().atTime(start);
    }

    private LocalDateTime end(LocalDateTime day) {
      return day.toLocalDate().atTime(end);
    }

    /** Time remaining in the lesson when the recording starts. */
    private Duration left(LocalDateTime recordingStart) {
      LocalDateTime lessonStart = startOn(recordingStart);
      LocalDateTime from = Extremes.max(lessonStart, recordingStart);
      return Duration.between(from, end(recordingStart));
    }
  }

  /**
   * A lesson on a particular day.
   *
   * @param className name of the class, as spelled in the timetable
   * @param slot its start and end
   */
  public record Occurrence(String className, Lesson.Slot slot) {}

  public Timetable {
    entries = List.copyOf(entries);
  }

  /**
   * Reads the timetable of an installation.
   *
   * @param home the home folder of the installation
   * @return its timetable; empty if there is no file
   * @throws InvalidConfiguration listing everything that is wrong with the file
   */
  public static Timetable read(Home home) {
    if (Files.notExists(home.timetableFile())) {
      return new Timetable(List.of());
    }
    String text = TextFile.read(home, home.timetableFile());
    return TimetableRows.read(text, home.relative(home.timetableFile()));
  }

  /**
   * Finds the lesson that a recording shows: one that is under way, or starts within 15 minutes,
   * when the recording starts; of several, the one with the most time remaining.
   *
   * @param key class, day and start of the recording
   * @return start and end of the lesson
   */
  public Optional<Lesson.Slot> slot(LessonKey key) {
    LocalDateTime at = key.date().atTime(key.start());
    return best(at, entry -> LookAlike.isAlike(entry.className(), key.className()))
        .map(entry -> new Lesson.Slot(entry.startOn(at), entry.end(at)));
  }

  /**
   * Lists the lessons of a class in a range of days.
   *
   * @param className name of the class; only how it looks counts, and letter case does not
   * @param first the first day
   * @param last the last day, inclusive
   * @return the lessons, in order of day
   */
  public List<Occurrence> ofClass(String className, LocalDate first, LocalDate last) {
    return on(first, last, entry -> LookAlike.isAlike(entry.className(), className));
  }

  /**
   * Lists the lessons of all classes in a room in a range of days.
   *
   * @param room name of the room or its camera, compared in the same way
   * @param first the first day
   * @param last the last day, inclusive
   * @return the lessons, in order of day
   */
  public List<Occurrence> inRoom(String room, LocalDate first, LocalDate last) {
    return on(first, last, entry -> entry.isIn(room));
  }

  /** {@return names of all rooms and cameras} */
  public Set<String> rooms() {
    return entries.stream().flatMap(entry -> entry.room().stream()).collect(toSet());
  }

  private List<Occurrence> on(LocalDate first, LocalDate last, Predicate<Period> which) {
    return first
        .datesUntil(last.plusDays(1))
        .flatMap(day -> entries.stream().filter(which).flatMap(entry -> entry.on(day).stream()))
        .distinct()
        .toList();
  }

  private Optional<Period> best(LocalDateTime at, Predicate<Period> which) {
    return candidates(at, which).stream().max(Comparator.comparing(entry -> entry.left(at)));
  }

  private List<Period> candidates(LocalDateTime at, Predicate<Period> which) {
    return entries.stream().filter(which).filter(entry -> entry.belongsTo(at)).toList();
  }
}
